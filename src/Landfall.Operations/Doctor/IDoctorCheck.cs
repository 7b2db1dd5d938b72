using Landfall.Config.Plan;
using Landfall.Operations.Deployment;

namespace Landfall.Operations.Doctor;

/// <summary>Looks at one thing in the account that deployments or services depend on.</summary>
internal interface IDoctorCheck
{
    /// <summary>Its name, in lower-case words with hyphens.</summary>
    string Id { get; }

    /// <summary>Looks at it.</summary>
    /// <param name="plan">The environment.</param>
    /// <param name="target">Its account and region.</param>
    /// <param name="now">The time.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>What was found; nothing where the environment has no such thing.</returns>
    Task<IReadOnlyList<Symptom>> LookAsync(AppPlan plan, AwsTarget target, DateTimeOffset now, CancellationToken stop);
}
