using Landfall.Config.Loading;
using Landfall.Config.Model;
using Landfall.Config.Resolution;

namespace Landfall.Config.Validation;

/// <summary>Counts what an environment has of things of which AWS takes a certain number.</summary>
internal sealed class QuotaValidator : IEnvironmentValidator
{
    private const string Rules = "AWS::ElasticLoadBalancingV2::ListenerRule";
    private const string Groups = "AWS::ElasticLoadBalancingV2::TargetGroup";
    private const int GroupsOfAService = 2;
    private const int TasksOfADeployment = 2;

    /// <inheritdoc/>
    public void Validate(EnvironmentSettings environment, ProblemList problems)
    {
        var settings = environment.Settings;
        CheckBalancer("The public load balancer", environment, service => service.Type == ServiceType.Web, problems);
        CheckBalancer("The internal load balancer", environment, service => service is { Type: ServiceType.Internal, LoadBalancer: true }, problems);
        CheckSites(environment, problems);
        CheckConsumers(environment, problems);
        foreach (var (name, service) in settings.Services)
        {
            var mark = settings.MarkOf("services", name);
            problems.CheckLimit(mark, $"'{name}'", "AWS::ECS::TaskDefinition", "containers", 1 + service.Sidecars.Count + TelemetryResolver.Containers(settings, service));
            problems.CheckLimit(service.Scale.MarkOf("steps"), $"'{name}'", "AWS::ApplicationAutoScaling::ScalingPolicy", "steps", service.Scale.Steps.Count);
            problems.CheckLimit(
                service.Scale.MarkOf("schedules"), $"'{name}'", "AWS::ApplicationAutoScaling::ScalableTarget", "actions",
                service.Scale.Schedules.Count + (settings.Schedule is null ? 0 : 2));
        }

        if (settings.Auth is { } auth)
        {
            var own = settings.Services.Values.Count(service => service.Type == ServiceType.Site) + (settings.Domain is null ? 0 : 1);
            problems.CheckLimit(auth.MarkOf("callbacks"), "The sign-in client", "AWS::Cognito::UserPoolClient", "callbacks", auth.Callbacks.Count + auth.LocalPorts.Count + own);
        }

        if (settings.Firewall is { RateLimit: not 0 } firewall && firewall.Knows("rateLimit"))
        {
            problems.CheckLimit(firewall.MarkOf("rateLimit"), "'rateLimit'", "AWS::WAFv2::WebACL", "rate", firewall.RateLimit);
        }
    }

    private static void CheckBalancer(string subject, EnvironmentSettings environment, Func<ServiceModel, bool> isBehind, ProblemList problems)
    {
        var settings = environment.Settings;
        var behind = settings.Services.Where(pair => isBehind(pair.Value)).ToArray();
        if (behind.Length == 0)
        {
            return;
        }

        var mark = settings.MarkOf("services", behind[^1].Key);
        problems.CheckLimit(mark, subject, Groups, "number", behind.Length * GroupsOfAService);
        problems.CheckLimit(mark, subject, Rules, "number", behind.Length, quotas: environment.Quotas);

        // A deployment starts every new task before it stops an old one.
        problems.CheckLimit(mark, subject, Groups, "targets", behind.Sum(pair => Math.Max(pair.Value.Scale.Max ?? 0, pair.Value.Scale.Min ?? 1)) * TasksOfADeployment, quotas: environment.Quotas);
    }

    private static void CheckSites(EnvironmentSettings environment, ProblemList problems)
    {
        var settings = environment.Settings;
        var sites = settings.Services.Where(pair => pair.Value.Type == ServiceType.Site).ToArray();
        if (sites.Length > 0)
        {
            var mark = settings.MarkOf("services", sites[^1].Key);
            problems.CheckLimit(mark, "The environment", "AWS::CloudFront::ResponseHeadersPolicy", "number", sites.Length, quotas: environment.Quotas);
            problems.CheckLimit(mark, "The environment", "AWS::CloudFront::Function", "number", sites.Length);
            problems.CheckLimit(mark, "The environment", "AWS::CloudFront::Distribution", "number", sites.Length, quotas: environment.Quotas);
        }
    }

    // Each service that uses a database, a service or a file system is a rule of that one's security group.
    private static void CheckConsumers(EnvironmentSettings environment, ProblemList problems)
    {
        var settings = environment.Settings;
        var index = new NameIndex(settings);
        var used = settings.Services.Values
            .SelectMany(service => service.Uses.Select(use => use.Name).Where(name => index.Find(name) is Plan.UseKind.Database or Plan.UseKind.Service)
                .Concat(service.Volumes.Keys).Distinct());
        foreach (var consumers in used.GroupBy(name => name, StringComparer.Ordinal))
        {
            var kind = settings.Databases.ContainsKey(consumers.Key) ? "databases" : settings.Files.ContainsKey(consumers.Key) ? "files" : "services";
            problems.CheckLimit(settings.MarkOf(kind, consumers.Key), $"'{consumers.Key}'", "AWS::EC2::SecurityGroupIngress", "rules", consumers.Count(), quotas: environment.Quotas);
        }
    }
}
