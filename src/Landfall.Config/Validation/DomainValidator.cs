using Landfall.Config.Loading;
using Landfall.Config.Model;

namespace Landfall.Config.Validation;

/// <summary>Checks the public name.</summary>
internal sealed class DomainValidator : IEnvironmentValidator
{
    /// <summary>True for a name of at least two labels of letters, digits and hyphens (RFC 1035, RFC 1123).</summary>
    public static bool IsDomain(string name)
    {
        var labels = name.Split('.');
        return name.Length <= 253
            && labels.Length >= 2
            && labels.All(label =>
                label.Length is >= 1 and <= 63
                && label[0] != '-'
                && label[^1] != '-'
                && label.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'));
    }

    /// <inheritdoc/>
    public void Validate(EnvironmentSettings environment, ProblemList problems)
    {
        if (environment.Settings.Domain is not { } domain)
        {
            return;
        }

        foreach (var (key, value) in new[] { ("name", domain.Name), ("zone", domain.Zone) })
        {
            if (value is not null && !IsDomain(value))
            {
                problems.Add(domain.MarkOf(key), ErrorCodes.Domain, $"'{key}' is '{value}', which is not a lower-case domain name such as example.com.");
            }
        }

        if (domain is { Name: { } first, Certificate: null })
        {
            problems.CheckLimit(domain.MarkOf("name"), "'name'", "AWS::CertificateManager::Certificate", "name", first.Length);
        }

        if (domain is { Name: { } name, Zone: { } zone } && name != zone && !name.EndsWith("." + zone, StringComparison.Ordinal))
        {
            problems.Add(domain.MarkOfLatest("name", "zone"), ErrorCodes.Domain, $"'{name}' is not inside the zone '{zone}'.");
        }
    }
}
