using System.Globalization;
using Landfall.Checks.Running;

namespace Landfall.Checks.Expectations;

/// <summary>The answer's status is one of some: <c>200</c>, <c>2xx</c>.</summary>
/// <param name="Allowed">The statuses, as they are written.</param>
internal sealed record StatusExpectation(IReadOnlyList<string> Allowed) : IExpectation
{
    /// <summary>What is expected where nothing is said.</summary>
    public static StatusExpectation Success { get; } = new(["2xx"]);

    /// <summary>Whether it wants a redirect.</summary>
    public bool IsRedirect => Allowed.Any(status => status[0] == '3');

    /// <inheritdoc/>
    public bool NeedsBody => false;

    /// <summary>Whether a text is a status.</summary>
    /// <param name="text">The text.</param>
    /// <returns>True for 100 to 599, and 1xx to 5xx.</returns>
    public static bool IsStatus(string text) =>
        text.Length == 3 && text[0] is >= '1' and <= '5' && (text[1..] == "xx" || (char.IsAsciiDigit(text[1]) && char.IsAsciiDigit(text[2])));

    /// <inheritdoc/>
    public string? Differs(CheckAnswer answer)
    {
        var status = answer.Status.ToString(CultureInfo.InvariantCulture);
        return Allowed.Any(allowed => allowed == status || (allowed[1..] == "xx" && allowed[0] == status[0]))
            ? null
            : $"status {status}, expected {string.Join(" or ", Allowed)}{Excerpt.Of(answer)}";
    }
}
