namespace Landfall.Operations.LocalAws;

/// <summary>A resource that the local AWS recorded without a service that knows it.</summary>
/// <param name="Type">Its CloudFormation type.</param>
/// <param name="Stack">The stack that it is in.</param>
internal sealed record RecordedResource(string Type, string Stack);
