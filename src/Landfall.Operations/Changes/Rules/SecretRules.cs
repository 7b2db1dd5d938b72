using Landfall.Operations.Changes.Comparison;

namespace Landfall.Operations.Changes.Rules;

/// <summary>Secrets and keys.</summary>
internal static class SecretRules
{
    private const string Topic = "A secret";

    /// <summary>The rules.</summary>
    public static IReadOnlyList<ChangeRule> All { get; } =
    [
        new(Topic, "`generate`", EffectKind.LosesData, "A new value is generated in place of the one that is there.",
            "CloudFormation, AWS::SecretsManager::Secret, GenerateSecretString: \"When you make a change to this property, a new secret version is created\"",
            ["AWS::SecretsManager::Secret"], NewValue),
        new("A key", "Off", EffectKind.Interrupts, "What is encrypted with it cannot be read until it is on again.",
            "AWS KMS, Enabling and disabling keys", ["AWS::KMS::Key"], Disabled),
    ];

    private static IEnumerable<Finding> NewValue(ComparedResource resource, EnvironmentComparison environment)
    {
        if (resource.Action == ResourceAction.Modify && (resource.Is("GenerateSecretString") is not null || resource.Is("SecretString") is not null)
            && (resource.Differs("GenerateSecretString") || resource.Differs("SecretString")))
        {
            yield return new Finding($"The {Subject.Of(resource)} gets a new value; whoever still uses the one that is there is refused.");
        }
        else if (resource.Action == ResourceAction.Modify && (resource.Was("GenerateSecretString") ?? resource.Was("SecretString")) is not null)
        {
            // "If you omit both GenerateSecretString and SecretString, you create an empty secret."
            if (resource.Is("GenerateSecretString") is null && resource.Is("SecretString") is null)
                yield return new Finding($"The template no longer gives the {Subject.Of(resource)} a value: it may be empty afterwards.") { Certainty = Certainty.Possible };
        }
    }

    private static IEnumerable<Finding> Disabled(ComparedResource resource, EnvironmentComparison environment)
    {
        if (resource.Action == ResourceAction.Modify && resource.WasText("Enabled") != "false" && resource.IsText("Enabled") == "false")
            yield return new Finding($"The {Subject.Of(resource)} is turned off: what is encrypted with it cannot be read.");
    }
}
