namespace Landfall.Checks.Running;

/// <summary>A request has no answer that could be looked at.</summary>
/// <param name="message">Why, for a person.</param>
internal sealed class NoAnswerException(string message) : Exception(message);
