namespace Landfall.Operations;

/// <summary>Tells doors what a parameter is.</summary>
/// <param name="traits">What it is.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class TraitsAttribute(ParameterTraits traits) : Attribute
{
    /// <summary>What it is.</summary>
    public ParameterTraits Traits { get; } = traits;
}
