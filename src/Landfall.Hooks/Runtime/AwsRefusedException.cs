namespace Landfall.Hooks.Runtime;

/// <summary>AWS did not do what it was asked.</summary>
/// <param name="message">Why.</param>
internal sealed class AwsRefusedException(string message) : Exception(message);
