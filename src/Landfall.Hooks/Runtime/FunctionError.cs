namespace Landfall.Hooks.Runtime;

/// <summary>What the runtime API takes as a call's failure.</summary>
/// <param name="ErrorMessage">Why.</param>
/// <param name="ErrorType">Its kind.</param>
internal sealed record FunctionError(string ErrorMessage, string ErrorType);
