using System.Globalization;
using System.Text.RegularExpressions;
using Landfall.Config.Loading;
using Landfall.Config.Tree;
using Landfall.Config.Values;

namespace Landfall.Config.Binding;

/// <summary>Reads single values and checks what their keys say about them.</summary>
internal sealed class ScalarReader(ProblemList problems)
{
    private const int LargestPort = 65535;

    /// <summary>Reads a value.</summary>
    /// <param name="node">The value.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="shape">What it has to look like.</param>
    /// <returns>The value, or null when it is not usable, which is reported then.</returns>
    public object? Read(ScalarNode node, string name, ScalarShape shape)
    {
        // Text that the shell or the program reads may have its own placeholders.
        if (!shape.Rules.Verbatim && node.Style != ScalarStyle.Interpolated && Placeholder.Advice(node.Text) is { } advice)
        {
            problems.Add(node.Mark, ErrorCodes.Placeholder, $"{name} is '{node.Text}'. {advice}");
            return null;
        }

        var value = shape.Kind switch
        {
            ScalarKind.Text => Text(node, name, shape.Rules),
            ScalarKind.Boolean => node.Style != ScalarStyle.Quoted && PlainScalar.IsBoolean(node.Text)
                ? bool.Parse(node.Text)
                : Wrong(node, name, "true or false", ForeignQuantity.Boolean(node.Text)),
            ScalarKind.Integer => Integer(node, name, shape.Rules),
            ScalarKind.Number => Number(node, out var number)
                ? InRange(node, name, shape.Rules, number, number)
                : Wrong(node, name, "a number"),
            ScalarKind.Duration => DurationOf(node, name, shape.Rules),
            ScalarKind.Size => SizeOf(node, name, shape.Rules),
            ScalarKind.Percent => PercentOf(node, name, shape.Rules),
            ScalarKind.Time => TimeOnly.TryParseExact(node.Text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
                ? time
                : Malformed(node, name, "a time of day such as \"22:00\""),
            ScalarKind.Date => DateOnly.TryParseExact(node.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                ? date
                : Malformed(node, name, "a date such as 2026-12-25"),
            ScalarKind.Word => Word(node, name, shape),
            _ => throw new InvalidOperationException($"No reader for {shape.Kind}."),
        };
        return value;
    }

    private object? Text(ScalarNode node, string name, KeyAttribute rules)
    {
        var untyped = rules.Loose && !(rules.Pattern is not null && PlainScalar.IsBoolean(node.Text));
        if (node.IsNull || (node.IsTyped && !untyped))
        {
            return Wrong(node, name, node.IsNull ? "text" : "text; put it in quotes");
        }

        if (rules.OneOf.Length > 0 && !rules.OneOf.Contains(node.Text))
        {
            return NotAllowed(node, name, rules.OneOf);
        }

        if (rules.Pattern is { } pattern
            && !Regex.IsMatch(node.Text, $@"^(?:{pattern})\z", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)))
        {
            return Malformed(node, name, rules.PatternMeaning ?? $"text that matches {pattern}");
        }

        return node.Text;
    }

    private object? Integer(ScalarNode node, string name, KeyAttribute rules)
    {
        if (!Number(node, out var number) || (number != Math.Truncate(number) && rules.OneOf.Length == 0))
        {
            return Wrong(node, name, "a whole number", Whole(node.Text, rules));
        }

        if (Math.Abs(number) > int.MaxValue)
        {
            problems.Add(node.Mark, ErrorCodes.OutOfRange, $"{name} is {node.Text}, which is too large.");
            return null;
        }

        return rules.OneOf.Length > 0 && !rules.OneOf.Contains(number.ToString(CultureInfo.InvariantCulture))
            ? NotAllowed(node, name, rules.OneOf, Form(node, Whole(node.Text, rules)))
            : InRange(node, name, rules, number, (int)number);
    }

    // CPU units are the one whole number of a few.
    private static string? Whole(string text, KeyAttribute rules) =>
        rules.OneOf.Length > 0 ? ForeignQuantity.CpuUnits(text, rules.OneOf) : rules.Max == LargestPort ? ForeignQuantity.ContainerPort(text) : null;

    private object? DurationOf(ScalarNode node, string name, KeyAttribute rules)
    {
        if (node.IsTyped || !Duration.TryParse(node.Text, out var duration))
        {
            return Malformed(node, name, "a duration with units, such as 60s, 10m, 1h30m or 7d", ForeignQuantity.Duration(node.Text));
        }

        var isShort = rules.Shortest is { } shortest && Duration.TryParse(shortest, out var least) && duration < least;
        var isLong = rules.Longest is { } longest && Duration.TryParse(longest, out var most) && duration > most;
        if (isShort || isLong)
        {
            problems.Add(node.Mark, ErrorCodes.OutOfRange, $"{name} is {node.Text}, but has to be {Range(rules.Shortest, rules.Longest)}.");
            return null;
        }

        if (Duration.TryParse(rules.Step, out var step) && duration.Ticks % step.Ticks != 0)
        {
            problems.Add(node.Mark, ErrorCodes.OutOfRange, $"{name} is {node.Text}, but has to be a multiple of {rules.Step}.");
            return null;
        }

        return duration;
    }

    private object? SizeOf(ScalarNode node, string name, KeyAttribute rules)
    {
        var factor = rules.Unit == "GiB" ? 1024 : 1;
        if (Number(node, out var number) && number == Math.Truncate(number) && Math.Abs(number) < 1e7)
        {
            return InRange(node, name, rules, number, new Size((long)number * factor));
        }

        return !node.IsTyped && Size.TryParse(node.Text, out var size)
            ? InRange(node, name, rules, (double)size.MiB / factor, size)
            : Malformed(node, name, $"a size such as 512MiB or 2GB, or a plain number of {rules.Unit}", ForeignQuantity.SizeOf(node.Text));
    }

    private object? PercentOf(ScalarNode node, string name, KeyAttribute rules)
    {
        if (Number(node, out var number))
        {
            var whole = number is > 0 and < 1 ? (number * 100).ToString("0.##", CultureInfo.InvariantCulture) : null;
            return InRange(node, name, rules, number, new Percent(number), whole);
        }

        return !node.IsTyped && Percent.TryParse(node.Text, out var percent)
            ? InRange(node, name, rules, percent.Value, percent)
            : Malformed(node, name, "a share in percent, such as 60 or 0.5%");
    }

    private object? Word(ScalarNode node, string name, ScalarShape shape)
    {
        foreach (var (word, value) in shape.Words)
        {
            if (word == node.Text)
            {
                return value;
            }
        }

        var advice = ForeignWords.Advice(shape.Words[0].Value.GetType(), node.Text);
        return NotAllowed(node, name, [.. shape.Words.Select(pair => pair.Key)], advice is null ? null : $" {advice}");
    }

    private static bool Number(ScalarNode node, out double number)
    {
        number = 0;
        return node.Style != ScalarStyle.Quoted
            && PlainScalar.IsNumber(node.Text)
            && double.TryParse(node.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
    }

    private object? InRange(ScalarNode node, string name, KeyAttribute rules, double number, object value, string? form = null)
    {
        if (number < rules.Min || number > rules.Max)
        {
            var unit = value is Size ? " " + rules.Unit : value is Percent ? "%" : "";
            string? Bound(double bound) => double.IsNaN(bound) ? null : bound.ToString(CultureInfo.InvariantCulture) + unit;
            problems.Add(node.Mark, ErrorCodes.OutOfRange, $"{name} is {node.Text}, but has to be {Range(Bound(rules.Min), Bound(rules.Max))}.{Form(node, form)}");
            return null;
        }

        return value;
    }

    private static string Range(string? from, string? to) =>
        (from, to) switch
        {
            (not null, not null) => $"from {from} to {to}",
            (not null, null) => $"at least {from}",
            _ => $"at most {to}",
        };

    private object? Wrong(ScalarNode node, string name, string wanted, string? form = null)
    {
        problems.Add(node.Mark, ErrorCodes.WrongType, $"{name} is {Shown(node)}, but has to be {wanted}.{Form(node, form)}");
        return null;
    }

    private object? Malformed(ScalarNode node, string name, string wanted, string? form = null)
    {
        problems.Add(node.Mark, ErrorCodes.Malformed, $"{name} is {Shown(node)}, but has to be {wanted}.{Form(node, form)}");
        return null;
    }

    // How another tool's form is written here; nothing where it is another tool's no more than ours.
    private static string? Form(ScalarNode node, string? form) =>
        form is null ? null : node.Text == form ? $" Without quotes it is: {form}." : $" '{node.Text}' is {form} here.";

    private object? NotAllowed(ScalarNode node, string name, IReadOnlyList<string> allowed, string? hint = null)
    {
        problems.Add(
            node.Mark,
            ErrorCodes.NotAllowed,
            $"{name} is {Shown(node)}, but has to be one of {string.Join(", ", allowed)}.{hint ?? Suggestion.DidYouMean(node.Text, allowed)}");
        return null;
    }

    private static string Shown(ScalarNode node)
    {
        var text = node.Text.Length > 60 ? node.Text[..60] + "…" : node.Text;
        return node.IsNull ? "nothing" : node.Style == ScalarStyle.Quoted ? $"\"{text}\"" : $"'{text}'";
    }
}
