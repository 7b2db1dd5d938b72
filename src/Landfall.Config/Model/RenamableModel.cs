using Landfall.Config.Binding;

namespace Landfall.Config.Model;

/// <summary>A thing with a name that AWS knows, so that to rename it takes a word on what it was.</summary>
internal abstract record RenamableModel : Section
{
    [Key("The name under which it was first deployed, after it has been renamed: what it is called in AWS, and its data, stay. Keep it for as long as there are environments from that time.",
        Default = "the name above it", Pattern = NamePattern.App, PatternMeaning = NamePattern.AppMeaning)]
    public string? Was { get; init; }
}
