namespace Landfall.EndToEnd.Tests;

/// <summary>A value that a person supplies.</summary>
public sealed class SecretTests(LocalCloud cloud) : IClassFixture<LocalCloud>
{
    private const string Value = "sk_live_0123456789";

    [Fact]
    public async Task SecretSet_ValueOnStandardInput_IsInSecretsManagerAndNowhereElse()
    {
        var folder = cloud.Project("""
            app: vault
            region: us-east-1
            environments: { dev: {} }
            secrets: { stripe: {}, session: { generate: 32 } }
            """);
        var early = await cloud.LandfallFedAsync(Value, "secret", "set", folder, "--name", "stripe", "--local");
        Assert.Equal(1, early.ExitCode);
        Assert.Contains("LF5131", early.Error, StringComparison.Ordinal);

        await cloud.DeployAsync(folder, "dev");
        foreach (var (input, name, code) in new[] { ("", "stripe", "LF5132"), (Value, "strip", "LF5131"), (Value, "session", "LF5131") })
        {
            var refused = await cloud.LandfallFedAsync(input, "secret", "set", folder, "--name", name, "--local");
            Assert.Equal(1, refused.ExitCode);
            Assert.Contains(code, refused.Error, StringComparison.Ordinal);
        }

        var written = (await cloud.LandfallFedAsync(Value + "\n", "secret", "set", folder, "--name", "stripe", "--local")).Succeeded();

        Assert.DoesNotContain(Value, written.Output + written.Error, StringComparison.Ordinal);
        Assert.Equal(Value, (string?)(await cloud.AwsAsync("secretsmanager", "get-secret-value", "--secret-id", "vault/dev/stripe"))["SecretString"]);
        Assert.All(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories), file => Assert.DoesNotContain(Value, File.ReadAllText(file), StringComparison.Ordinal));
    }
}
