namespace Landfall.Aws.CloudFormation;

/// <summary>How far CloudFormation has got with looking for drift in a stack.</summary>
/// <param name="Status"><c>DETECTION_IN_PROGRESS</c>, <c>DETECTION_COMPLETE</c> or <c>DETECTION_FAILED</c>.</param>
/// <param name="Reason">Why it failed, or null.</param>
public sealed record DriftDetection(string Status, string? Reason);
