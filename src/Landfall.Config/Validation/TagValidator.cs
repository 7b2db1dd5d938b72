using Landfall.Config.Loading;
using Landfall.Config.Model;

namespace Landfall.Config.Validation;

/// <summary>Checks tags against what all of AWS takes (AWS General Reference, "Tag naming limits and requirements").</summary>
internal sealed class TagValidator : IEnvironmentValidator
{
    /// <summary>AWS allows 50; some are left for Landfall's own, CloudFormation's and those of people.</summary>
    private const int Most = 40;

    private const int LongestKey = 128;
    private const int LongestValue = 256;

    /// <inheritdoc/>
    public void Validate(EnvironmentSettings environment, ProblemList problems)
    {
        var settings = environment.Settings;
        if (settings.Tags.Count > Most)
        {
            problems.Add(settings.MarkOf("tags"), ErrorCodes.ItemCount, $"There are {settings.Tags.Count} tags, but a resource takes {Most} besides those that Landfall and AWS set.");
        }

        foreach (var (key, value) in settings.Tags)
        {
            var mark = settings.MarkOf("tags", key);
            if (key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase))
            {
                problems.Add(mark, ErrorCodes.NameReserved, $"The tag '{key}' begins with 'aws:', which AWS keeps for itself. Choose another name.");
            }

            if (key.Length is 0 or > LongestKey || !key.All(IsAllowed))
            {
                problems.Add(mark, ErrorCodes.NameCharacters, $"'{key}' is not a name for a tag: 1 to {LongestKey} letters, digits, spaces and _ . : / = + - @.");
            }

            if (value.Length > LongestValue || !value.All(IsAllowed))
            {
                problems.Add(mark, ErrorCodes.NameCharacters, $"The tag '{key}' is '{value}', but has to be at most {LongestValue} letters, digits, spaces and _ . : / = + - @.");
            }
        }
    }

    private static bool IsAllowed(char c) => char.IsLetterOrDigit(c) || c == ' ' || "_.:/=+-@".Contains(c);
}
