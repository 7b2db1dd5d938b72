using Amazon.CDK.AWS.SecretsManager;
using Landfall.Config.Plan;
using Landfall.Constructs.Parameters;

namespace Landfall.Constructs.Data;

/// <summary>Secrets: generated, or empty until a person supplies the value. No value is ever in a template.</summary>
internal static class Secrets
{
    /// <summary>Creates a secret.</summary>
    /// <param name="stack">The data stack.</param>
    /// <param name="secret">The secret.</param>
    public static void Create(DataStack stack, SecretPlan secret)
    {
        var resource = new CfnSecret(stack, $"{ConstructId.From(secret.Name)}Secret", new CfnSecretProps
        {
            Name = stack.Plan.AwsNames.Secret(secret.Name),
            Description = secret.GenerateLength is null ? $"{secret.Name}: supplied by a person" : $"{secret.Name}: generated",
            GenerateSecretString = secret.GenerateLength is { } length
                ? new CfnSecret.GenerateSecretStringProperty { PasswordLength = length, ExcludePunctuation = true }
                : null,
        });
        stack.Protect(resource);
        stack.Accept(resource, "AwsSolutions-SMG4", "Only its owner knows how to change this value at its other end.");
        stack.Publish(new SecretValues(secret.Name).Arn, resource.Ref);
    }
}
