using System.Globalization;

namespace Landfall.Aws.CloudFormation;

/// <summary>What requests have in common that make a stack or change it.</summary>
internal static class StackRequest
{
    private static readonly string[] Capabilities = ["CAPABILITY_IAM", "CAPABILITY_NAMED_IAM", "CAPABILITY_AUTO_EXPAND"];

    /// <summary>Adds all that a template may need to be allowed.</summary>
    /// <param name="request">The request.</param>
    public static void AddCapabilities(Dictionary<string, string> request)
    {
        for (var i = 0; i < Capabilities.Length; i++)
            request[Member("Capabilities", i)] = Capabilities[i];
    }

    /// <summary>Adds parameters, which keep their values where they are given none.</summary>
    /// <param name="request">The request.</param>
    /// <param name="names">The template's parameters.</param>
    /// <param name="values">New values by parameter.</param>
    public static void AddParameters(Dictionary<string, string> request, IEnumerable<string> names, IReadOnlyDictionary<string, string> values)
    {
        foreach (var (i, name) in names.Order(StringComparer.Ordinal).Index())
        {
            request[$"{Member("Parameters", i)}.ParameterKey"] = name;
            if (values.TryGetValue(name, out var value))
                request[$"{Member("Parameters", i)}.ParameterValue"] = value;
            else
                request[$"{Member("Parameters", i)}.UsePreviousValue"] = "true";
        }
    }

    /// <summary>Adds a stack's tags.</summary>
    /// <param name="request">The request.</param>
    /// <param name="tags">The tags.</param>
    public static void AddTags(Dictionary<string, string> request, IReadOnlyDictionary<string, string> tags)
    {
        foreach (var (i, tag) in tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Index())
        {
            request[$"{Member("Tags", i)}.Key"] = tag.Key;
            request[$"{Member("Tags", i)}.Value"] = tag.Value;
        }
    }

    private static string Member(string list, int index) => string.Create(CultureInfo.InvariantCulture, $"{list}.member.{index + 1}");
}
