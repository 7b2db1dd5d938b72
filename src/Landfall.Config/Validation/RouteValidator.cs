using Landfall.Config.Loading;
using Landfall.Config.Model;

namespace Landfall.Config.Validation;

/// <summary>Checks that every route of the load balancer leads to one service.</summary>
internal sealed class RouteValidator : IEnvironmentValidator
{
    private const int MaxWildcards = 5;

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

            if (path.Count(c => c is '*' or '?') > MaxWildcards)
            {
                problems.Add(service.MarkOf("path"), ErrorCodes.Path, $"'path' has more than {MaxWildcards} wildcards, the most that a load balancer takes.");
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
