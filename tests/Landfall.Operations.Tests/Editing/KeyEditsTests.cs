using Landfall.Operations.Editing;

namespace Landfall.Operations.Tests.Editing;

public sealed class KeyEditsTests
{
    private static readonly KeyEdit[] Api =
        [new("services", "api", "cpu", "512"), new("services", "api", "scale.memory", "70"), new("services", "api", "alarms.saturation", "75%")];

    private static readonly KeyEdit[] Orders =
        [new("databases", "orders", "instance", "t4g.small"), new("databases", "orders", "capacity.min", "0.5")];

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

    [Fact]
    public void Apply_DatabaseOfOneEnvironment_IsChangedItself() =>
        Assert.Equal(
            "environments: { dev: {} }\ndatabases:\n  orders: { engine: postgresql, instance: t4g.small, capacity: { min: 0.5 } } # ours\n",
            KeyEdits.Apply("environments: { dev: {} }\ndatabases:\n  orders: { engine: postgresql, instance: t4g.micro } # ours\n", "dev", Orders));

    [Fact]
    public void Apply_DatabaseOfSeveralEnvironments_IsChangedInTheOneAlone() =>
        Assert.Equal(
            "environments: { dev: { databases: { orders: { instance: t4g.small, capacity: { min: 0.5 } } } }, prod: {} }\ndatabases: { orders: { engine: postgresql } }\n",
            KeyEdits.Apply("environments: { dev: {}, prod: {} }\ndatabases: { orders: { engine: postgresql } }\n", "dev", Orders));

    [Fact]
    public void Apply_KeyThatTheEnvironmentSets_IsChangedThere() =>
        Assert.Equal(
            "environments: { dev: { services: { api: { cpu: 512 } } } }\nservices: { api: { cpu: 256 } }\n",
            KeyEdits.Apply("environments: { dev: { services: { api: { cpu: 1024 } } } }\nservices: { api: { cpu: 256 } }\n", "dev", [new KeyEdit("services", "api", "cpu", "512")]));

    [Fact]
    public void Apply_NobodyOfThatName_IsNotChanged() =>
        Assert.Null(KeyEdits.Apply("services: { web: {} }\n", "dev", Api));

    private static string? Apply(string text) =>
        KeyEdits.Apply(text, "dev", Api);
}
