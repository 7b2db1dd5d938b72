namespace Landfall.Operations.Changes.Evaluation;

/// <summary>
/// How a value that AWS gives a resource stands in an evaluated template: <c>${stack/LogicalId.Attribute}</c>. A resource
/// that is about to be replaced is another resource, and its token is another, too.
/// </summary>
internal static class Token
{
    private const string New = "${new ";
    private const string MaybeNew = "${perhaps new ";

    /// <summary>Writes a token.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="logicalId">The resource.</param>
    /// <param name="attribute">The attribute, or null for what <c>Ref</c> gives.</param>
    /// <param name="replaced">Whether the resource is another one than runs, or null when it is the one.</param>
    /// <returns>The token.</returns>
    public static string Of(string stack, string logicalId, string? attribute, Certainty? replaced)
    {
        var opening = replaced switch { null => "${", Certainty.Certain => New, _ => MaybeNew };
        return attribute is null ? $"{opening}{stack}/{logicalId}}}" : $"{opening}{stack}/{logicalId}.{attribute}}}";
    }

    /// <summary>Whether a value depends on a resource of which it is open whether it is replaced, and on no other change.</summary>
    /// <param name="value">An evaluated value.</param>
    /// <returns>True when it may be what it was.</returns>
    public static bool IsOpen(string value) =>
        value.Contains(MaybeNew, StringComparison.Ordinal) && !value.Contains(New, StringComparison.Ordinal);

    /// <summary>Turns open tokens into those of the resources that run.</summary>
    /// <param name="value">An evaluated value.</param>
    /// <returns>What it is when none of those resources is replaced.</returns>
    public static string Settle(string value) => value.Replace(MaybeNew, "${", StringComparison.Ordinal);

    /// <summary>Turns the tokens of new resources into those of the ones whose place they take.</summary>
    /// <param name="value">An evaluated value.</param>
    /// <returns>The same for whoever cares about what it stands for and not about which one it is.</returns>
    public static string Stable(string value) => Settle(value).Replace(New, "${", StringComparison.Ordinal);

    /// <summary>Finds the resources in a value.</summary>
    /// <param name="value">An evaluated value.</param>
    /// <returns>Stack and logical id of each.</returns>
    public static IEnumerable<(string Stack, string LogicalId)> In(string value)
    {
        for (var start = value.IndexOf("${", StringComparison.Ordinal); start >= 0; start = value.IndexOf("${", start + 2, StringComparison.Ordinal))
        {
            var end = value.IndexOf('}', start);
            if (end < 0)
                yield break;
            var inner = value[(start + 2)..end];
            inner = inner[(inner.LastIndexOf(' ') + 1)..];
            var slash = inner.IndexOf('/');
            if (slash <= 0)
                continue;
            var id = inner[(slash + 1)..];
            var dot = id.IndexOf('.');
            yield return (inner[..slash], dot < 0 ? id : id[..dot]);
        }
    }
}
