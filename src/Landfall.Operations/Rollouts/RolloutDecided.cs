namespace Landfall.Operations.Rollouts;

/// <summary>What was decided on a rollout.</summary>
/// <param name="App">The application.</param>
/// <param name="Environment">The environment.</param>
/// <param name="Service">The service, as the file calls it.</param>
/// <param name="Deployment">The ARN of ECS's deployment.</param>
/// <param name="Stage">The stage at which it waited.</param>
/// <param name="GoesOn">True where it goes on, false where it is rolled back.</param>
internal sealed record RolloutDecided(string App, string Environment, string Service, string Deployment, string Stage, bool GoesOn);
