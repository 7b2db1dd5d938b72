using System.Globalization;
using System.Text.RegularExpressions;

namespace Landfall.Constructs.Tests.Alarms;

/// <summary>Works out an alarm's expression for one minute, as CloudWatch does: what has no data has no value.</summary>
internal sealed partial class MetricMath
{
    private readonly IReadOnlyDictionary<string, double?> _metrics;
    private readonly List<string> _tokens;
    private int _next;

    private MetricMath(string expression, IReadOnlyDictionary<string, double?> metrics)
    {
        _metrics = metrics;
        _tokens = [.. Token().Matches(expression).Select(match => match.Value)];
    }

    /// <summary>The value, or null without data.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="metrics">The values of its metrics in that minute; null where there is none.</param>
    public static double? Evaluate(string expression, params (string Id, double? Value)[] metrics)
    {
        var math = new MetricMath(expression, metrics.ToDictionary(metric => metric.Id, metric => metric.Value));
        var value = math.Level(0);
        Assert.Equal(math._tokens.Count, math._next);
        return value;
    }

    private static readonly string[][] Levels = [["AND", "OR"], ["<", ">", "<=", ">="], ["+", "-"], ["*", "/"]];

    private double? Level(int level)
    {
        if (level == Levels.Length)
        {
            return Atom();
        }

        var value = Level(level + 1);
        while (_next < _tokens.Count && Levels[level].Contains(_tokens[_next]))
        {
            value = Apply(_tokens[_next++], value, Level(level + 1));
        }

        return value;
    }

    private static double? Apply(string sign, double? left, double? right) => sign switch
    {
        "+" => left + right,
        "-" => left - right,
        "*" => left * right,
        "/" => left / right,
        _ when left is null || right is null => null,
        "<" => left < right ? 1 : 0,
        ">" => left > right ? 1 : 0,
        "<=" => left <= right ? 1 : 0,
        ">=" => left >= right ? 1 : 0,
        "AND" => left != 0 && right != 0 ? 1 : 0,
        _ => left != 0 || right != 0 ? 1 : 0,
    };

    private double? Atom()
    {
        var token = _tokens[_next++];
        if (token == "(")
        {
            var inner = Level(0);
            _next++;
            return inner;
        }

        if (_next < _tokens.Count && _tokens[_next] == "(")
        {
            return Call(token);
        }

        return double.TryParse(token, CultureInfo.InvariantCulture, out var number) ? number : _metrics[token];
    }

    private double? Call(string function)
    {
        var arguments = new List<double?>();
        do
        {
            _next++;
            arguments.Add(Level(0));
        }
        while (_tokens[_next] == ",");

        _next++;
        return function switch
        {
            "FILL" => arguments[0] ?? arguments[1],
            "IF" => arguments[0] is null ? null : arguments[0] != 0 ? arguments[1] : arguments[2],
            _ => throw new Xunit.Sdk.XunitException($"This knows no {function}."),
        };
    }

    [GeneratedRegex(@"[A-Za-z]\w*|[\d.]+|[<>]=?|[-+*/(),]")]
    private static partial Regex Token();
}
