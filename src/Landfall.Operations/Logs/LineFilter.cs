using System.Text.RegularExpressions;
using Landfall.Config;

namespace Landfall.Operations.Logs;

/// <summary>What a line must have in it.</summary>
internal sealed class LineFilter
{
    private readonly string? _text;
    private readonly Regex? _pattern;
    private readonly bool _errors;

    /// <summary>Reads a filter.</summary>
    /// <param name="filter">Text, or a regular expression between slashes; null for every line.</param>
    /// <param name="errors">True for errors alone.</param>
    /// <exception cref="LandfallException">It is no regular expression.</exception>
    public LineFilter(string? filter, bool errors)
    {
        _errors = errors;
        if (filter is not ['/', .. var pattern, '/'])
        {
            _text = filter;
            return;
        }

        try
        {
            // Without backtracking no pattern takes longer than the line is long.
            _pattern = new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw new LandfallException(ErrorCodes.LogChoice, $"'{filter}' is no regular expression that can be used here: {e.Message.TrimEnd('.')}. Correct it, or leave the slashes out to look for the text as it stands.");
        }
    }

    /// <summary>Whether a line is wanted.</summary>
    /// <param name="line">The line.</param>
    /// <returns>True for one that is.</returns>
    public bool Takes(LogEntry line) =>
        (!_errors || line.Level == LogLevel.Error)
        && (_text is null || line.Message.Contains(_text, StringComparison.OrdinalIgnoreCase))
        && (_pattern is null || _pattern.IsMatch(line.Message));
}
