namespace Landfall.Config.Plan;

/// <summary>An interface endpoint that an imported VPC has already; a second one for the same names is refused by AWS.</summary>
/// <param name="Service">The AWS service, for example <c>ecr.api</c>.</param>
/// <param name="SecurityGroup">The security group that has to admit the tasks.</param>
public sealed record EndpointPlan(string Service, string SecurityGroup);
