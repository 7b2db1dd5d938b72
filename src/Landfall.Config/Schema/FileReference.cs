using System.Globalization;
using System.Text;
using System.Text.Json;
using Landfall.Config.Binding;
using Landfall.Config.Model;

namespace Landfall.Config.Schema;

/// <summary>The reference of the file's keys as Markdown, from the same model as the schema.</summary>
public static class FileReference
{
    /// <summary>Writes the reference; always the same text.</summary>
    /// <returns>Markdown, ending with a line feed.</returns>
    public static string Write()
    {
        var text = new StringBuilder("""
            # The file

            Every key of `landfall.yaml` (or `landfall.json`), generated from the model that reads it: do not edit this page.
            `landfall schema` prints the same as JSON Schema for editors.

            - `environments.<name>` overrides anything above it, and a service's own `environments` overrides the service.
              Mappings merge, single values and lists replace, and `null` removes what is inherited.
            - `${env:NAME}` and `${env:NAME:-default}` in a value stand for an environment variable; `$${env:` is the text itself.
              Inside `{ … }` and `[ … ]` such a value has to be in quotes.
            - Durations are written `800ms`, `60s`, `10m`, `1h30m`, `7d`; sizes `512MiB`, `2GB`; shares `1%` or a plain number of percent.
            - Names of resources and services share one namespace, since `uses` refers to them by name alone.
            - Keys that begin with `x-` at the top are ignored: a place for anchors.


            """);
        var root = SectionShape.Of(typeof(DocumentModel));
        Section(text, "The top of the file", root);
        text.Append(VariableReference.Write());
        foreach (var section in Reachable(root).OrderBy(Title, StringComparer.Ordinal))
        {
            Section(text, Title(section), section);
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static void Section(StringBuilder text, string title, SectionShape section)
    {
        text.Append("## ").Append(title).Append("\n\n");
        if (section.ShorthandKey is { } shorthand)
        {
            text.Append("A single value in place of the mapping is its `").Append(shorthand.Name).Append("`.\n\n");
        }

        if (section.Keys.Count == 0)
        {
            text.Append("It has no settings: write `{}`.\n\n");
            return;
        }

        var typed = section.Type == typeof(ServiceModel);
        text.Append(typed ? "| key | value | meaning | default | types |\n|---|---|---|---|---|\n" : "| key | value | meaning | default |\n|---|---|---|---|\n");
        foreach (var key in section.Keys)
        {
            text.Append("| `").Append(key.Name).Append("` | ").Append(Words(key.Value))
                .Append(" | ").Append(Cell(key.Rules.Description))
                .Append(" | ").Append(key.Rules.Required ? "**required**" : Cell(KeyDefault.Text(section, key) ?? key.Rules.Default ?? ""));
            if (typed)
            {
                text.Append(" | ").Append(key.Rules.For == ServiceTypes.All ? "all" : key.Rules.For.Words());
            }

            text.Append(" |\n");
        }

        text.Append('\n');
    }

    private static IEnumerable<SectionShape> Reachable(SectionShape root)
    {
        var found = new HashSet<SectionShape>();
        Visit(root);
        found.Remove(root);
        return found.Where(section => section.Type != typeof(SettingsModel));

        void Visit(ValueShape shape)
        {
            switch (shape)
            {
                case SectionShape section when found.Add(section):
                    foreach (var key in section.Keys)
                    {
                        Visit(key.Value);
                    }

                    break;
                case ListShape list:
                    Visit(list.Item);
                    break;
                case MapShape map:
                    Visit(map.Item);
                    break;
                case UsesShape uses:
                    Visit(uses.Options);
                    break;
            }
        }
    }

    private static string Title(SectionShape section) =>
        JsonNamingPolicy.KebabCaseLower.ConvertName(section.Type.Name.Replace("Model", "", StringComparison.Ordinal)).Replace('-', ' ');

    private static string Words(ValueShape shape) => shape switch
    {
        SectionShape section when section.Type == typeof(SettingsModel) => "the keys above, except `app`, `environments` and `extend`",
        SectionShape section => $"[{Title(section)}](#{Title(section).Replace(' ', '-')})",
        ListShape { OrOne: true } list => $"{Words(list.Item)}, or list of them",
        ListShape list => $"list: {Words(list.Item)}",
        MapShape map => $"mapping of names: {Words(map.Item)}",
        UsesShape uses => $"name, or name with {Words(uses.Options)}",
        ScalarShape scalar => Scalar(scalar),
        _ => "any value",
    };

    private static string Scalar(ScalarShape shape)
    {
        var rules = shape.Rules;
        if (shape.Words.Count > 0)
        {
            return string.Join(", ", shape.Words.Select(pair => $"`{pair.Key}`"));
        }

        if (rules.OneOf.Length > 0)
        {
            return string.Join(", ", rules.OneOf.Select(word => $"`{word}`"));
        }

        var name = shape.Kind switch
        {
            ScalarKind.Boolean => "`true` or `false`",
            ScalarKind.Integer => "whole number",
            ScalarKind.Time => "time of day",
            ScalarKind.Size => $"size, plain: {rules.Unit}",
            _ => shape.Kind.ToString().ToLowerInvariant(),
        };
        string? Bound(double bound) => double.IsNaN(bound) ? null : bound.ToString(CultureInfo.InvariantCulture);
        var (from, to) = (rules.Shortest ?? (shape.Kind == ScalarKind.Text ? null : Bound(rules.Min)), rules.Longest ?? (shape.Kind == ScalarKind.Text ? null : Bound(rules.Max)));
        name += shape.Kind == ScalarKind.Duration && rules.Step is not ("1s" or "1ms") ? $" in steps of {rules.Step}" : "";
        return (from, to) switch
        {
            (null, null) => name,
            (_, null) => $"{name}, from {from}",
            (null, _) => $"{name}, to {to}",
            _ => $"{name}, {from} to {to}",
        };
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("*", "\\*", StringComparison.Ordinal);
}
