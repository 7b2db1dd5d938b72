using Landfall.Config.Loading;
using Landfall.Config.Model;

namespace Landfall.Config.Validation;

/// <summary>Checks that every route of the load balancer leads to one service.</summary>
internal sealed class RouteValidator : IEnvironmentValidator
{
    private const string Rule = "AWS::ElasticLoadBalancingV2::ListenerRule";

    /// <inheritdoc/>
    public void Validate(EnvironmentSettings environment, ProblemList problems)
    {
        var routes = new Dictionary<(string Host, string Path), string>();
        foreach (var (name, service) in environment.Settings.Services.Where(pair => pair.Value.Type == ServiceType.Web))
        {
            var path = service.PathPattern;
            if (service.Knows("path", "host") && !routes.TryAdd((service.Host ?? "*", path), name))
            {
                var other = routes[(service.Host ?? "*", path)];
                problems.Add(
                    service.MarkOf("path"),
                    ErrorCodes.DuplicateRoute,
                    $"'{name}' answers for '{service.Host}{path}', as '{other}' does already. Give one of them another 'path' or 'host'.");
            }

            if (service.Knows("path"))
            {
                problems.CheckForm(service.MarkOf("path"), ErrorCodes.Path, "'path'", Rule, "path", path);
                problems.CheckLimit(service.MarkOf("path"), $"The rule of '{name}'", Rule, "wildcards", $"{service.Host}{path}".Count(c => c is '*' or '?'), ErrorCodes.Path);
            }

            CheckHost(name, service, environment.Settings, problems);
        }
    }

    private static void CheckHost(string name, ServiceModel service, SettingsModel settings, ProblemList problems)
    {
        if (service.Host is { } host && !DomainValidator.IsDomain(host.StartsWith("*.", StringComparison.Ordinal) ? host[2..] : host))
        {
            problems.Add(service.MarkOf("host"), ErrorCodes.Domain, $"'host' is '{host}', which is not a host name such as api.example.com.");
        }

        if (service.SignIn && (settings.Auth is null || settings.Domain is null))
        {
            problems.Add(
                service.MarkOf("signIn"),
                ErrorCodes.NeedsDomain,
                $"'{name}' asks for sign-in, which needs both 'auth' and 'domain', since load balancers sign in over HTTPS only.");
        }
    }
}
