using PolicyGate.Model.Assessments;
using PolicyGate.Model.Changes;
using PolicyGate.Model.Estates;

namespace PolicyGate.Evaluate.Judge;

/// <summary>What surrounds every call of a policy: a process for foreign policies announces and measures each.</summary>
public interface IProceedings
{
    /// <summary>A policy is about to run.</summary>
    /// <param name="policy">Its id.</param>
    /// <param name="subject">What it judges, or null while it is made ready or lists its subjects.</param>
    void Begin(string policy, Subject? subject);

    /// <summary>It has run. The limit that it met, which voids whatever it answered; or null.</summary>
    PolicyError? End();
}

/// <summary>Policies that ship are trusted: nothing surrounds them.</summary>
public sealed class NoProceedings : IProceedings
{
    public static NoProceedings Instance { get; } = new();

    public void Begin(string policy, Subject? subject)
    {
    }

    public PolicyError? End() => null;
}

public static class ProceedingsExtensions
{
    /// <summary>Runs code of a policy. Whatever it throws is its error, and so is a result of null.</summary>
    public static (T? Result, PolicyError? Error) Call<T>(
        this IProceedings proceedings, string policy, Subject? subject, Func<T?> call)
        where T : class
    {
        proceedings.Begin(policy, subject);
        (T? result, PolicyError? error) = Try(call, subject is null ? "nothing" : "no verdict");
        PolicyError? stopped = proceedings.End();
        return stopped is null ? (result, error) : (null, stopped);
    }

    private static (T? Result, PolicyError? Error) Try<T>(Func<T?> call, string nothing)
        where T : class
    {
        try
        {
            return call() is { } result ? (result, null) : (null, new(ErrorCode.Error, $"the policy gave {nothing}"));
        }
        catch (PolicyFlawException flaw)
        {
            return (null, new(ErrorCode.Error, PolicyText.Message($"the policy {flaw.Message}")));
        }
        catch (UnknownFactException unknown)
        {
            return (null, new(ErrorCode.Unknown, PolicyText.Message(unknown.Message)));
        }
        catch (Exception exception)
        {
            return (null, new(ErrorCode.Error, PolicyText.Message($"the policy threw {Thrown.Describe(exception)}")));
        }
    }
}
