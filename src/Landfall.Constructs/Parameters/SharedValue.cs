namespace Landfall.Constructs.Parameters;

/// <summary>
/// A value that one stack owns and others need: an SSM parameter below <c>/app/environment/</c>, an output of the owner
/// and, where it is read, a template parameter that CloudFormation resolves from SSM.
/// </summary>
/// <param name="Path">The parameter's name below the environment's root, for example <c>network/vpc-id</c>.</param>
/// <param name="Description">What it is, in a few words.</param>
/// <param name="Lasting">
/// True when the value cannot change while something uses it (a VPC's id). The CDK then skips an unchanged reader; a
/// reader of any other value is always handed to CloudFormation, which finds out whether the value has changed.
/// </param>
public sealed record SharedValue(string Path, string Description, bool Lasting = false)
{
    /// <summary>The id of the output and of the template parameter, for example <c>NetworkVpcId</c>.</summary>
    public string LogicalId { get; } = ConstructId.From(Path);
}
