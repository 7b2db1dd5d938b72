using Landfall.Config.Binding;
using Landfall.Config.Loading;
using Landfall.Config.Model;
using Landfall.Config.Plan;
using Landfall.Config.Regions;
using Landfall.Config.Telemetry;
using Landfall.Config.Values;

namespace Landfall.Config.Validation;

/// <summary>Checks that a back end of telemetry is given what it needs and takes what it is sent.</summary>
internal sealed class TelemetryValidator : IEnvironmentValidator
{
    /// <inheritdoc/>
    public void Validate(EnvironmentSettings environment, ProblemList problems)
    {
        var settings = environment.Settings;
        if (settings.Telemetry is not { Backend: { } backend } telemetry || !telemetry.Knows("backend"))
        {
            return;
        }

        var word = EnumWord.Of(backend);
        if (backend == TelemetryBackend.Amp && RegionTable.Find(settings.Region) is { } region && region.MissingFeatures.Contains("amp"))
        {
            problems.Add(
                telemetry.MarkOf("backend"), ErrorCodes.NotInRegion,
                $"{region.Name} has no Amazon Managed Service for Prometheus. Take cloudwatch, or prometheus with a server of your own, or give the environment another 'region'.");
        }

        CheckEndpoint(telemetry, backend, word, problems);
        CheckToken(settings, telemetry, backend, word, problems);
        if (telemetry.Has("header") && (backend != TelemetryBackend.Otlp || telemetry.Token is null))
        {
            problems.Warn(telemetry.MarkOf("header"), ErrorCodes.NoEffect, "'header' has no effect: it is what an 'otlp' back end takes its 'token' in. Remove it.");
        }

        var taken = BackendSignals.Of(backend);
        foreach (var signal in telemetry.Signals.Where(signal => !taken.Contains(signal)).Distinct())
        {
            problems.Add(
                telemetry.MarkOf("signals"), ErrorCodes.NotAllowed,
                $"'signals' names {EnumWord.Of(signal)}, but {word} takes {string.Join(" and ", taken.Select(EnumWord.Of))} only. Remove it, or choose a back end that takes {EnumWord.Of(signal)}, such as cloudwatch or otlp.");
        }
    }

    private static void CheckEndpoint(TelemetryModel telemetry, TelemetryBackend backend, string word, ProblemList problems)
    {
        if (!telemetry.Knows("endpoint"))
        {
            return;
        }

        var (wanted, fits) = backend switch
        {
            TelemetryBackend.Amp => ("the id of a workspace of Amazon Managed Service for Prometheus, such as ws-01234567-89ab-cdef-0123-456789abcdef", Begins("ws-")),
            TelemetryBackend.Splunk => ("Splunk's realm, such as us1", IsWord(dots: false)),
            TelemetryBackend.Datadog => ("Datadog's site, such as datadoghq.eu", telemetry.Endpoint is null || IsWord(dots: true)),
            TelemetryBackend.Cloudwatch => ("nothing", true),
            _ => ("an address that begins with https://", Begins("https://")),
        };
        if (backend == TelemetryBackend.Cloudwatch && telemetry.Has("endpoint"))
        {
            problems.Warn(telemetry.MarkOf("endpoint"), ErrorCodes.NoEffect, "'endpoint' has no effect: cloudwatch is that of the environment's region. Remove it.");
        }
        else if (!fits)
        {
            problems.Add(
                telemetry.MarkOf("endpoint"), telemetry.Endpoint is null ? ErrorCodes.MissingKey : ErrorCodes.Malformed,
                telemetry.Endpoint is null
                    ? $"{word} needs an 'endpoint': {wanted}. Write 'telemetry: {{ backend: {word}, endpoint: … }}'."
                    : $"'endpoint' is '{telemetry.Endpoint}', but for {word} it has to be {wanted}.");
        }

        bool Begins(string start) => telemetry.Endpoint?.StartsWith(start, StringComparison.Ordinal) == true;

        bool IsWord(bool dots) => telemetry.Endpoint is { } text && !text.Contains('/', StringComparison.Ordinal) && text.Contains('.', StringComparison.Ordinal) == dots;
    }

    private static void CheckToken(SettingsModel settings, TelemetryModel telemetry, TelemetryBackend backend, string word, ProblemList problems)
    {
        if (backend is TelemetryBackend.Cloudwatch or TelemetryBackend.Amp)
        {
            if (telemetry.Has("token"))
            {
                problems.Warn(telemetry.MarkOf("token"), ErrorCodes.NoEffect, $"'token' has no effect: {word} knows the tasks by their role. Remove it.");
            }

            return;
        }

        if (telemetry.Token is { } token)
        {
            if (settings.Knows("secrets") && !settings.Secrets.ContainsKey(token))
            {
                problems.Add(
                    telemetry.MarkOf("token"), ErrorCodes.UnknownReference,
                    $"'token' is '{token}', which is not in 'secrets'. It is the name of a secret, never its value: write 'secrets: {{ {Suggested(backend)}: {{}} }}' and 'token: {Suggested(backend)}'.{Suggestion.DidYouMean(token, settings.Secrets.Keys)}");
            }
        }
        else if (telemetry.Knows("token") && backend is TelemetryBackend.Datadog or TelemetryBackend.Splunk or TelemetryBackend.GrafanaCloud)
        {
            problems.Add(
                telemetry.MarkOf("backend"), ErrorCodes.MissingKey,
                $"{word} needs a 'token': the name of a secret. Write 'secrets: {{ {Suggested(backend)}: {{}} }}' and 'telemetry: {{ backend: {word}, token: {Suggested(backend)} }}'.");
        }
    }

    private static string Suggested(TelemetryBackend backend) => $"{EnumWord.Of(backend).ToLowerInvariant()}-token";
}
