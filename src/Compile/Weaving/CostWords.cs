namespace PolicyGate.Compile.Weaving;

/// <summary>What <c>Lists/costs.txt</c> says of a member; the words are explained there.</summary>
internal sealed class CostWords
{
    private static readonly Dictionary<string, Charge> OfParameters = new(StringComparer.Ordinal)
    {
        ["characters"] = Charge.Characters,
        ["room"] = Charge.Room,
        ["width"] = Charge.Width,
        ["format"] = Charge.Format,
        ["composite"] = Charge.Composite,
    };

    private readonly HashSet<string> words = new(StringComparer.Ordinal);

    private readonly Dictionary<int, Charge> parameters = [];

    public CostWords(string[] written)
    {
        for (int at = 0; at < written.Length; at++)
        {
            if (OfParameters.TryGetValue(written[at], out Charge charge))
            {
                parameters.Add(int.Parse(written[++at], System.Globalization.CultureInfo.InvariantCulture), charge);
            }
            else
            {
                words.Add(written[at]);
            }
        }
    }

    public static CostWords None { get; } = new([]);

    public bool Has(string word) => words.Contains(word);

    /// <param name="parameter">1 for the first.</param>
    public Charge? ChargeOf(int parameter) => parameters.TryGetValue(parameter, out Charge charge) ? charge : null;
}
