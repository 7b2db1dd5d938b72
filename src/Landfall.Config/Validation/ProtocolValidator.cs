using System.Text.RegularExpressions;
using Landfall.Config.Loading;
using Landfall.Config.Model;
using Landfall.Config.Plan;

namespace Landfall.Config.Validation;

/// <summary>
/// Checks that what a service speaks can go where it is to go (Elastic Load Balancing, Application Load Balancers, "Target
/// groups": gRPC and HTTP/2 need an HTTPS listener and rules that only forward).
/// </summary>
internal sealed partial class ProtocolValidator : IEnvironmentValidator
{
    private static readonly string[] OfRequests = ["request", "idle"];

    /// <inheritdoc/>
    public void Validate(EnvironmentSettings environment, ProblemList problems)
    {
        var settings = environment.Settings;
        foreach (var (name, service) in settings.Services)
        {
            CheckTimeout(name, service, problems);
            if (service.Type is ServiceType.Web or ServiceType.Internal && service.Knows("protocol"))
            {
                CheckProtocol(name, service, settings, problems);
                CheckCodes(service, problems);
            }

            if (service is { Type: ServiceType.Site, Api: { } api })
            {
                CheckCaller(service, "api", api, "the CDN asks", settings, problems);
            }

            if (service is { Type: ServiceType.LoadTest, Target: { } target })
            {
                CheckCaller(service, "target", target, "a load test asks", settings, problems);
            }
        }
    }

    private static void CheckTimeout(string name, ServiceModel service, ProblemList problems)
    {
        var wrong = service.Type switch
        {
            ServiceType.Job => OfRequests.Where(service.Timeout.Has),
            ServiceType.Web or ServiceType.Internal => service.Timeout.IsShorthand || service.Timeout.Has("run") ? ["run"] : [],
            _ => [],
        };
        foreach (var key in wrong)
        {
            problems.Add(
                service.Timeout.MarkOf(key),
                ErrorCodes.KeyOfOtherType,
                key == "run"
                    ? $"'{name}' answers requests, so its 'timeout' has 'request' and 'idle': timeout: {{ idle: 60s }}."
                    : $"'{name}' is a job, so its 'timeout' is the time of a run: timeout: 1h.");
        }
    }

    private static void CheckProtocol(string name, ServiceModel service, SettingsModel settings, ProblemList problems)
    {
        var mark = service.MarkOf("protocol");
        var word = service.Protocol.ToString().ToLowerInvariant();
        if (service.Protocol == PortProtocol.Tcp)
        {
            if (service.IsBalanced)
            {
                problems.Add(mark, ErrorCodes.Protocol, $"'{name}' is behind a load balancer, which speaks HTTP. Make it internal without 'loadBalancer', where callers reach it by Service Connect.");
            }

            if (service.Timeout.Has("request"))
            {
                problems.Warn(service.Timeout.MarkOf("request"), ErrorCodes.NoEffect, "'request' has no effect: over TCP there are connections, of which 'idle' says how long they may be silent.");
            }

            if (service.Has("slo"))
            {
                problems.Warn(service.MarkOf("slo"), ErrorCodes.NoEffect, $"'slo' has no effect: '{name}' speaks TCP, in which nobody counts requests.");
            }

            foreach (var key in new[] { "errorRate", "latencyP99", "requestCount", "anomaly" }.Where(service.Alarms.Has))
            {
                problems.Warn(service.Alarms.MarkOf(key), ErrorCodes.NoEffect, $"'{key}' has no effect: '{name}' speaks TCP, in which nobody counts requests.");
            }
        }
        else if (service.Protocol != PortProtocol.Http && service.IsBalanced)
        {
            if (service.Type == ServiceType.Internal)
            {
                problems.Add(mark, ErrorCodes.Protocol, $"The internal load balancer has no certificate, and load balancers take {word} over HTTPS only. Remove 'loadBalancer': callers reach '{name}' by Service Connect.");
            }
            else if (settings.Domain is null)
            {
                problems.Add(mark, ErrorCodes.Protocol, $"Load balancers take {word} over HTTPS only, which needs a certificate. Add 'domain', or use http.");
            }

            if (service.SignIn)
            {
                problems.Add(service.MarkOfLatest("protocol", "signIn"), ErrorCodes.Protocol, $"'{name}' speaks {word}, of which load balancers can only forward requests, not sign users in. Remove 'signIn', or use http.");
            }
        }
    }

    private static void CheckCodes(ServiceModel service, ProblemList problems)
    {
        if (service.Health.Codes is { } codes)
        {
            var (least, most) = service.Protocol == PortProtocol.Grpc ? (0, 99) : (200, 499);
            var wrong = Number().Matches(codes).Select(match => match.Value).FirstOrDefault(text => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture) is var code && (code < least || code > most));
            if (wrong is not null)
            {
                problems.Add(service.Health.MarkOf("codes"), ErrorCodes.OutOfRange, $"'codes' has {wrong}, but has to be from {least} to {most}.");
            }
        }
    }

    private static void CheckCaller(ServiceModel caller, string key, string called, string who, SettingsModel settings, ProblemList problems)
    {
        if (settings.Services.TryGetValue(called, out var service) && service.Knows("protocol") && service.Protocol != PortProtocol.Http)
        {
            problems.Add(caller.MarkOf(key), ErrorCodes.Protocol, $"'{called}' speaks {service.Protocol.ToString().ToLowerInvariant()}, but {who} in HTTP/1.1. Name a service with 'protocol: http'.");
        }
    }

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Number();
}
