namespace Landfall.Aws.Costs;

/// <summary>What was billed for one kind of use on one day.</summary>
/// <param name="Day">The day, in UTC.</param>
/// <param name="Service">AWS's service, for example <c>Amazon Elastic Container Service</c>.</param>
/// <param name="UsageType">The kind of use, for example <c>USE1-Fargate-vCPU-Hours:perCPU</c>.</param>
/// <param name="Amount">The amount in US dollars, before what was paid upfront is spread.</param>
public sealed record DailyCost(DateOnly Day, string Service, string UsageType, decimal Amount);
