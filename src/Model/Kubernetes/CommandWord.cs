using System.Collections.Immutable;
using System.Text;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>One word of a container's command line.</summary>
/// <param name="Text">Without the shell's quotes, and with the variables whose value is known.</param>
/// <param name="Place">The item of <c>command</c> or <c>args</c> that it stands in.</param>
internal sealed record CommandWord(string Text, Node Place);

/// <summary>
/// What a container runs: <c>command</c> and <c>args</c>, and the commands of a script that a shell is given in one of
/// them. See https://kubernetes.io/docs/tasks/inject-data-application/define-command-argument-container/.
/// </summary>
internal static class CommandWords
{
    private const string Separator = ";";

    private static readonly string[] Shells = ["sh", "bash", "ash", "dash", "zsh", "ksh"];

    /// <summary>The commands in their order; one, unless there is a script.</summary>
    public static ImmutableArray<ImmutableArray<CommandWord>> Of(
        Container container, IReadOnlyDictionary<string, ContainerVariable> variables)
    {
        List<ImmutableArray<CommandWord>> commands = [];
        List<CommandWord> open = [];
        foreach (CommandWord word in Words(container, variables).Append(new(Separator, container["command"])))
        {
            if (word.Text != Separator)
            {
                open.Add(word);
            }
            else if (open.Count > 0)
            {
                commands.Add([.. open]);
                open.Clear();
            }
        }

        return [.. commands];
    }

    private static IEnumerable<CommandWord> Words(Container container, IReadOnlyDictionary<string, ContainerVariable> variables)
    {
        bool isShell = false;
        bool isScript = false;
        foreach (Node item in container["command"].Items.Concat(container["args"].Items).Where(item => item.IsScalar))
        {
            string text = ContainerVariables.Expand(item.Text, variables);
            IEnumerable<string> words = isScript || text.Contains('\n', StringComparison.Ordinal) ? [Separator, .. Split(text), Separator] : [text];
            foreach (string word in words)
            {
                yield return new(word, item);
            }

            isShell = isShell || Shells.Contains(text.Split('/')[^1], StringComparer.Ordinal);
            isScript = isShell && item.Text is ['-', .. var letters] && letters.EndsWith('c') && letters.All(char.IsAsciiLetterLower);
        }
    }

    /// <summary>As a shell would, but for what it computes; the end of a command is a word of its own.</summary>
    private static IEnumerable<string> Split(string script)
    {
        StringBuilder word = new();
        char quote = '\0';
        foreach (char character in script.Replace("\\\n", " ", StringComparison.Ordinal).Append('\n'))
        {
            bool isEnd = quote == '\0' && character is ';' or '|' or '&' or '\n';
            if (quote == '\0' && (char.IsWhiteSpace(character) || isEnd))
            {
                if (word.Length > 0)
                {
                    yield return word.ToString();
                    word.Clear();
                }

                if (isEnd)
                {
                    yield return Separator;
                }
            }
            else if (quote == '\0' && character is '"' or '\'')
            {
                quote = character;
            }
            else if (character == quote)
            {
                quote = '\0';
            }
            else
            {
                word.Append(character);
            }
        }

        if (word.Length > 0)
        {
            yield return word.ToString();
        }
    }
}
