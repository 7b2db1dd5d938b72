using System.Reflection;

namespace Landfall.Config.Binding;

/// <summary>A mapping with known keys: a model type.</summary>
internal sealed record SectionShape : ValueShape
{
    private static readonly Dictionary<Type, SectionShape> Known = [];
    private readonly Lazy<IReadOnlyList<KeyShape>> _keys;

    private SectionShape(Type type)
    {
        Type = type;
        _keys = new(() => ShapeReader.Keys(type));
        Shorthand = type.GetCustomAttribute<ShorthandAttribute>()?.Property;
    }

    /// <summary>The model type.</summary>
    public Type Type { get; }

    /// <summary>The property that a scalar in place of the mapping stands for, or null.</summary>
    public string? Shorthand { get; }

    /// <summary>The keys, in the model's order.</summary>
    public IReadOnlyList<KeyShape> Keys => _keys.Value;

    /// <summary>The key that a scalar in place of the mapping stands for, or null.</summary>
    public KeyShape? ShorthandKey => Shorthand is null ? null : Keys.First(key => key.Property.Name == Shorthand);

    /// <summary>The shape of a model type; one instance for each type, so that models can contain each other.</summary>
    public static SectionShape Of(Type type)
    {
        lock (Known)
        {
            if (!Known.TryGetValue(type, out var shape))
            {
                shape = new SectionShape(type);
                Known.Add(type, shape);
            }

            return shape;
        }
    }

    /// <summary>Finds a key.</summary>
    public KeyShape? Find(string name)
    {
        foreach (var key in Keys)
        {
            if (key.Name == name)
            {
                return key;
            }
        }

        return null;
    }
}
