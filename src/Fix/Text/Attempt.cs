namespace PolicyGate.Fixing.Text;

/// <summary>A result, or the reason why there is none.</summary>
internal readonly record struct Attempt<T>
    where T : class
{
    private Attempt(T? result, string? refusal)
    {
        Result = result;
        Refusal = refusal;
    }

    public T? Result { get; }

    public string? Refusal { get; }

    public static implicit operator Attempt<T>(T result) => new(result, null);

    public static implicit operator Attempt<T>(string refusal) => new(null, refusal);
}
