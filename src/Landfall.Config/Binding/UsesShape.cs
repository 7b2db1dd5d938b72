namespace Landfall.Config.Binding;

/// <summary>An item of <c>uses</c>: a name, or a mapping from a name to options.</summary>
/// <param name="Options">What the options look like.</param>
internal sealed record UsesShape(SectionShape Options) : ValueShape;
