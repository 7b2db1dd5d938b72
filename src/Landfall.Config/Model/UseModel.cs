using Landfall.Config.Binding;
using Landfall.Config.Plan;

namespace Landfall.Config.Model;

/// <summary>An item of <c>uses</c>.</summary>
internal sealed record UseModel : Section
{
    /// <summary>The name of what is used.</summary>
    public string Name { get; init; } = "";

    [Key("What the service may do with a table or bucket; queues have only 'write', and nothing else has a choice.")]
    public UseAccess Access { get; init; } = UseAccess.ReadWrite;

    [Key("What the injected environment variables begin with.", Default = "the name in upper case with underscores",
        Pattern = "[A-Z][A-Z0-9_]{0,62}", PatternMeaning = "upper-case letters, digits and underscores, beginning with a letter")]
    public string? Prefix { get; init; }
}
