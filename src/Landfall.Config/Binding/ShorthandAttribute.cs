namespace Landfall.Config.Binding;

/// <summary>Lets a scalar stand for the whole section: it becomes the value of one key.</summary>
/// <param name="property">The name of the property that takes the scalar.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ShorthandAttribute(string property) : Attribute
{
    /// <summary>The name of the property that takes the scalar.</summary>
    public string Property { get; } = property;
}
