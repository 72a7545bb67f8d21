namespace PolicyGate.Model.Nodes;

/// <summary>Tells whether two places say the same, wherever they stand and however they are laid out.</summary>
public static class Contents
{
    public static bool AreSame(Node one, Node other) => AreSame(one.Value, other.Value);

    private static bool AreSame(Value? one, Value? other) => (one, other) switch
    {
        _ when ReferenceEquals(one, other) => true,
        (Scalar left, Scalar right) =>
            left.Text == right.Text && left.Tag == right.Tag && ScalarMeaning.KindOf(left) == ScalarMeaning.KindOf(right),
        (Sequence left, Sequence right) =>
            left.Items.Length == right.Items.Length && left.Items.Zip(right.Items).All(pair => AreSame(pair.First, pair.Second)),
        (Mapping left, Mapping right) =>
            left.Entries.Length == right.Entries.Length
            && left.Entries.All(entry => right.IndexOf(entry.Key.Text) is >= 0 and int at && AreSame(entry.Value, right.Entries[at].Value)),
        _ => false,
    };
}
