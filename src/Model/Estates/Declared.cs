using System.Text;

namespace PolicyGate.Model.Estates;

/// <summary>What an environment is for.</summary>
public enum EnvironmentClass
{
    Development,
    Test,
    Training,
    Staging,
    Production,
    DisasterRecovery,
}

/// <summary>How far an entity is kept apart from others, weakest first.</summary>
public enum Isolation
{
    MultiTenant,
    DedicatedNamespace,
    DedicatedCluster,
    DedicatedAccount,
}

/// <summary>How much harm a leak of the data would do, least first.</summary>
public enum DataClass
{
    Public,
    Internal,
    Confidential,
    Regulated,
}

/// <summary>Enumerations as descriptors write them: <c>disaster-recovery</c>.</summary>
public static class Declared
{
    /// <summary>Null for a text that is none of them, which the descriptor's schema reports.</summary>
    public static T? Parse<T>(string text)
        where T : struct, Enum
    {
        foreach (T value in Enum.GetValues<T>())
        {
            if (Write(value) == text)
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>The way it is written in a descriptor.</summary>
    public static string Write(Enum value)
    {
        StringBuilder text = new();
        foreach (char letter in value.ToString())
        {
            text.Append(char.IsAsciiLetterUpper(letter) && text.Length > 0 ? "-" : "").Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }
}
