using System.Security.Cryptography;
using PolicyGate.Clusters.Access;

namespace PolicyGate.Clusters.Http;

/// <summary>What a plugin gave.</summary>
/// <param name="Token">Null for none.</param>
/// <param name="Certificate">Null for none.</param>
/// <param name="Expires">Null for never.</param>
/// <param name="Problem">Why there is nothing; empty when there is something.</param>
internal sealed record ExecAnswer(SecretText? Token, ClientCertificate? Certificate, DateTimeOffset? Expires, string Problem)
{
    public static ExecAnswer Failed(string problem) => new(null, null, null, problem);
}

/// <summary>
/// A credential plugin, asked when there is nothing yet and when what it gave is about to expire
/// (<see href="https://kubernetes.io/docs/reference/access-authn-authz/authentication/#client-go-credential-plugins">docs</see>).
/// </summary>
internal sealed class ExecPlugin(ExecCommand command, ClusterAccess access, TimeProvider time) : IDisposable
{
    /// <summary>A request takes a while, and clocks differ.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _turn = new(1);
    private ExecAnswer? _kept;

    /// <summary>The one given last.</summary>
    public ClientCertificate? Certificate => _kept?.Certificate;

    public async Task<ExecAnswer> Ask(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            ExecAnswer? kept = _kept;
            if (kept is not null && !(kept.Expires - Margin <= time.GetUtcNow()))
            {
                return kept;
            }

            ExecAnswer answer = await Run(cancellation).ConfigureAwait(false);
            _kept = answer.Problem.Length == 0 ? answer : null;
            return answer;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Ask it anew the next time: the cluster did not accept what it gave, unless it has given something newer since.</summary>
    public void Forget(SecretText? token)
    {
        ExecAnswer? kept = _kept;
        if (kept?.Token?.Reveal() == token?.Reveal())
        {
            Interlocked.CompareExchange(ref _kept, null, kept);
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<ExecAnswer> Run(CancellationToken cancellation)
    {
        string? program = ProgramSearch.Find(command.Program);
        if (program is null)
        {
            string hint = command.InstallHint.Length > 0 ? $"; its vendor says: {command.InstallHint}" : "";
            return ExecAnswer.Failed($"the credential plugin '{command.Program}' is not here: install it or put it on PATH{hint}");
        }

        ProgramRun run = await ProgramRun.Of(program, command, ExecCredential.Question(command, access), time, cancellation).ConfigureAwait(false);
        if (run.Failure.Length > 0)
        {
            return ExecAnswer.Failed($"the credential plugin '{command.Program}' {run.Failure}");
        }

        try
        {
            return ExecCredential.Read(run.Output, command.ApiVersion);
        }
        catch (Exception unreadable) when (unreadable is FormatException or CryptographicException)
        {
            return ExecAnswer.Failed($"the credential plugin '{command.Program}' gave no usable ExecCredential of {command.ApiVersion}: {unreadable.Message}");
        }
    }
}
