using System.Text;
using Landfall.Config.Tree;

namespace Landfall.Config.Loading;

/// <summary>
/// Replaces <c>${env:NAME}</c> and <c>${env:NAME:-default}</c> in scalars; <c>$${env:</c> stands for a literal
/// <c>${env:</c>. A default may be empty and may not hold a closing brace.
/// </summary>
internal sealed class Interpolation(Func<string, string?> variable, ProblemList problems)
{
    private const string Opening = "${env:";

    /// <summary>Makes the scalar of a text as it was written.</summary>
    public ScalarNode Apply(Mark mark, string text, ScalarStyle style)
    {
        var start = text.IndexOf(Opening, StringComparison.Ordinal);
        if (start < 0)
        {
            return new ScalarNode(mark, text, style);
        }

        var result = new StringBuilder();
        var position = 0;
        var replaced = false;
        for (; start >= 0; start = text.IndexOf(Opening, position, StringComparison.Ordinal))
        {
            if (start > position && text[start - 1] == '$')
            {
                result.Append(text, position, start - 1 - position).Append(Opening);
                position = start + Opening.Length;
                continue;
            }

            var end = text.IndexOf('}', start);
            if (end < 0 || Replace(mark, text[(start + Opening.Length)..end]) is not { } value)
            {
                if (end < 0)
                {
                    problems.Add(mark, ErrorCodes.VariableMalformed, $"'{text}' has a '{Opening}' without a closing brace.");
                }

                return new ScalarNode(mark, text, ScalarStyle.Unresolved);
            }

            result.Append(text, position, start - position).Append(value);
            position = end + 1;
            replaced = true;
        }

        result.Append(text, position, text.Length - position);
        return new ScalarNode(mark, result.ToString(), replaced ? ScalarStyle.Interpolated : style);
    }

    private string? Replace(Mark mark, string reference)
    {
        var separator = reference.IndexOf(":-", StringComparison.Ordinal);
        var name = separator < 0 ? reference : reference[..separator];
        if (name.Length == 0 || char.IsAsciiDigit(name[0]) || !name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
        {
            problems.Add(
                mark,
                ErrorCodes.VariableMalformed,
                $"'{Opening}{reference}}}' does not name an environment variable. Write ${{env:NAME}} or ${{env:NAME:-default}}.");
            return null;
        }

        var value = variable(name);
        if (value is null && separator < 0)
        {
            problems.Add(
                mark,
                ErrorCodes.VariableUnset,
                $"The environment variable '{name}' is not set. Set it, or give a default: ${{env:{name}:-default}}.");
            return null;
        }

        return string.IsNullOrEmpty(value) && separator >= 0 ? reference[(separator + 2)..] : value;
    }
}
