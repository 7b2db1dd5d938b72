namespace Landfall.Config.Overrides;

/// <summary>What CloudFormation would refuse in a patch.</summary>
/// <param name="Code">One of <see cref="ErrorCodes"/>.</param>
/// <param name="Message">The place inside the resource, the value, what is allowed.</param>
internal sealed record OverrideFault(string Code, string Message);
