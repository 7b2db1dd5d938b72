using Landfall.Operations.Tuning;

namespace Landfall.Operations.Tests.Tuning;

public sealed class TuneEditsTests
{
    private static readonly TunedService Api = new("api", "", [new TunedKey("cpu", "1024", "512"), new TunedKey("scale.memory", null, "70"), new TunedKey("alarms.saturation", "90%", "75%")]);

    [Fact]
    public void Apply_OneEnvironment_ChangesTheServiceItself() =>
        Assert.Equal("""
            environments: { dev: {} }
            services:
              api:
                cpu: 512   # since spring
                scale: { min: 1, memory: 70 }
                alarms:
                  saturation: "75%"
            # end
            """, Apply("""
            environments: { dev: {} }
            services:
              api:
                cpu: 1024   # since spring
                scale: { min: 1 }
            # end
            """));

    [Fact]
    public void Apply_SeveralEnvironments_ChangesTheMeasuredOneAlone() =>
        Assert.Equal("""
            environments: { dev: {}, prod: {} }
            services:
              api:
                cpu: 1024
                environments:
                  dev:
                    cpu: 512
                    scale:
                      memory: 70
                    alarms:
                      saturation: "75%"
            """, Apply("""
            environments: { dev: {}, prod: {} }
            services:
              api:
                cpu: 1024
            """));

    [Fact]
    public void Apply_OwnSettingsOfTheOnlyEnvironment_AreChangedThere() =>
        Assert.Contains("environments: { dev: { cpu: 512 } }\n    scale:\n      memory: 70\n", Apply("environments: { dev: {} }\nservices:\n  api:\n    cpu: 256\n    environments: { dev: { cpu: 1024 } }\n"), StringComparison.Ordinal);

    [Fact]
    public void Apply_ServiceFromElsewhere_IsNotChanged() =>
        Assert.Null(Apply("x: &a { cpu: 1 }\nservices:\n  api: { environments: *a }\nenvironments: { dev: {}, prod: {} }\n"));

    private static string? Apply(string text) =>
        TuneEdits.Apply(text, "dev", [Api]);
}
