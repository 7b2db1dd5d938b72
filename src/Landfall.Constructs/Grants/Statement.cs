namespace Landfall.Constructs.Grants;

/// <summary>An IAM statement that allows.</summary>
/// <param name="Actions">What is allowed.</param>
/// <param name="Resources">On what; empty in a trust policy.</param>
/// <param name="Principal">The AWS service that is allowed to, in trust and resource policies.</param>
/// <param name="Condition">Under which condition, in IAM's JSON form.</param>
public sealed record Statement(
    IReadOnlyList<string> Actions,
    IReadOnlyList<string> Resources,
    string? Principal = null,
    IReadOnlyDictionary<string, object>? Condition = null)
{
    internal Dictionary<string, object> ToJson()
    {
        var json = new Dictionary<string, object> { ["Effect"] = "Allow", ["Action"] = OneOrMany(Actions) };
        if (Principal is not null)
        {
            json["Principal"] = new Dictionary<string, object> { ["Service"] = Principal };
        }

        if (Resources.Count > 0)
        {
            json["Resource"] = OneOrMany(Resources);
        }

        if (Condition is not null)
        {
            json["Condition"] = new Dictionary<string, object>(Condition);
        }

        return json;
    }

    private static object OneOrMany(IReadOnlyList<string> values) => values.Count == 1 ? values[0] : values.ToArray();
}
