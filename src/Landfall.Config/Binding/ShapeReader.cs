using System.Reflection;
using System.Text;
using System.Text.Json;
using Landfall.Config.Model;
using Landfall.Config.Tree;
using Landfall.Config.Values;

namespace Landfall.Config.Binding;

/// <summary>Reads shapes from model types.</summary>
internal static class ShapeReader
{
    /// <summary>The keys of a model type: its properties with a <see cref="KeyAttribute"/>, those of base types last.</summary>
    public static IReadOnlyList<KeyShape> Keys(Type type)
    {
        var keys = new List<KeyShape>();
        for (var current = type; current is not null && current != typeof(Section); current = current.BaseType)
        {
            var own = new List<KeyShape>();
            foreach (var property in current.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly))
            {
                if (property.GetCustomAttribute<KeyAttribute>() is { } rules)
                {
                    var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
                    own.Add(new KeyShape(name, property, rules, Value(property.PropertyType, rules)));
                }
            }

            keys.AddRange(own);
        }

        return keys;
    }

    private static ValueShape Value(Type type, KeyAttribute rules)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
        {
            var item = type.GenericTypeArguments[0];
            return new ListShape(Value(item, rules), item, rules.MinItems, rules.OrOne);
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>))
        {
            var item = type.GenericTypeArguments[1];
            return new MapShape(Value(item, rules), item, rules.MinItems);
        }

        return type == typeof(ConfigNode) ? new AnyShape()
            : type == typeof(UseModel) ? new UsesShape(SectionShape.Of(typeof(UseModel)))
            : type.IsAssignableTo(typeof(Section)) ? SectionShape.Of(type)
            : new ScalarShape(KindOf(type), rules, type.IsEnum ? Words(type, rules.Hyphens) : []);
    }

    private static ScalarKind KindOf(Type type) =>
        type == typeof(string) ? ScalarKind.Text
        : type == typeof(bool) ? ScalarKind.Boolean
        : type == typeof(int) ? ScalarKind.Integer
        : type == typeof(double) ? ScalarKind.Number
        : type == typeof(TimeSpan) ? ScalarKind.Duration
        : type == typeof(Size) ? ScalarKind.Size
        : type == typeof(Percent) ? ScalarKind.Percent
        : type == typeof(TimeOnly) ? ScalarKind.Time
        : type == typeof(DateOnly) ? ScalarKind.Date
        : type.IsEnum ? ScalarKind.Word
        : throw new NotSupportedException($"A key cannot be of type {type}.");

    private static KeyValuePair<string, object>[] Words(Type type, bool hyphens) =>
        [.. Enum.GetNames(type).Select(name => KeyValuePair.Create(Spell(name, hyphens), Enum.Parse(type, name)))];

    private static string Spell(string name, bool hyphens)
    {
        if (!hyphens)
        {
            return JsonNamingPolicy.CamelCase.ConvertName(name);
        }

        var text = new StringBuilder();
        foreach (var c in name)
        {
            if (char.IsUpper(c) && text.Length > 0)
            {
                text.Append('-');
            }

            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }
}
