using System.Globalization;
using Landfall.Aws.SystemsManager;
using Landfall.Config.Plan;
using Landfall.Operations.Deployment;

namespace Landfall.Operations.Doctor.Checks;

/// <summary>Whether the region is prepared for the CDK, and recently enough.</summary>
internal sealed class Bootstrap : IDoctorCheck
{
    // AWS CDK Developer Guide, "Bootstrap template version history": with the modern template, which these deployments need.
    private const int Least = 6;

    /// <inheritdoc />
    public string Id => "bootstrap";

    /// <inheritdoc />
    public async Task<IReadOnlyList<Symptom>> LookAsync(AppPlan plan, AwsTarget target, DateTimeOffset now, CancellationToken stop)
    {
        using var store = new ParameterStore(target.Session);
        var told = await store.FindAsync(Bootstrapper.VersionParameter, stop).ConfigureAwait(false);
        var place = $"{target.Account}/{target.Region}";
        if (told is null)
            return [new Symptom(Id, SymptomState.Soon, $"{place} is not bootstrapped for the CDK yet.", "The first 'landfall deploy' does it; who runs that needs the rights to.")];
        return int.TryParse(told, CultureInfo.InvariantCulture, out var version) && version >= Least
            ? [new Symptom(Id, SymptomState.Well, $"{place} is bootstrapped, version {version}.", null)]
            : [new Symptom(Id, SymptomState.Broken, $"{place} is bootstrapped with version {told}, and deployments need {Least} at least.", $"Run 'npx cdk bootstrap aws://{place}' with an administrator's rights.")];
    }
}
