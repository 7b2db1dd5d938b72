using Landfall.Kubernetes.Kubectl;

namespace Landfall.Kubernetes.Tests.Kubectl;

public sealed class DescribedPodTests
{
    private const string Text = """
        Name:             ledger-7c5f46fc47-xmmvq
        Namespace:        bank
        Service Account:  ledger
        Node:             node-1/10.0.0.4
        Labels:           app=ledger
                          tier=back
        Annotations:      <none>
        Status:           Running
        IP:               10.244.1.9
        Controlled By:    ReplicaSet/ledger-7c5f46fc47
        Init Containers:
          migrate:
            Image:      bank/ledger:3
            State:      Terminated
              Reason:   Completed
              Exit Code: 0
            Ready:      True
        Containers:
          server:
            Image:          bank/ledger:3
            Ports:          8080/TCP (http), 9090/TCP (metrics)
            Host Ports:     0/TCP, 0/TCP
            Command:
              /bin/ledger
              --port=8080
            State:          Waiting
              Reason:       CrashLoopBackOff
            Last State:     Terminated
              Reason:       OOMKilled
              Exit Code:    137
            Ready:          False
            Restart Count:  4
            Limits:
              memory:  256Mi
            Requests:
              cpu:      100m
              memory:   128Mi
            Liveness:   http-get http://:http/healthz delay=5s timeout=1s period=10s #success=1 #failure=3
            Readiness:  tcp-socket :8080 delay=0s timeout=2s period=3s #success=1 #failure=5
            Environment Variables from:
              settings  ConfigMap  Optional: false
              login     Secret     Optional: true
            Environment:
              DB_URL:    postgres://db:5432/ledger
              PASSWORD:  <set to the key 'password' in secret 'db-login'>  Optional: false
              MODE:      <set to the key 'mode' of config map 'settings'>  Optional: true
            Mounts:
              /data from data (rw)
              /var/run/secrets/kubernetes.io/serviceaccount from kube-api-access-z5gtt (ro)
        Conditions:
          Type              Status
          Ready             False
          PodScheduled      True
        Volumes:
          data:
            Type:       PersistentVolumeClaim (a reference to a PersistentVolumeClaim in the same namespace)
            ClaimName:  ledger-data
            ReadOnly:   false
        Node-Selectors:  pool=general
        Tolerations:     dedicated=batch:NoSchedule
                         node.kubernetes.io/not-ready:NoExecute op=Exists for 300s
        Events:
          Type     Reason   Age                  From     Message
          ----     ------   ----                 ----     -------
          Warning  BackOff  3s (x12 over 2m)     kubelet  Back-off restarting failed container server: pod "ledger"
          Normal   Pulled   2m                   kubelet  Container image "bank/ledger:3" already present
        """;

    private static readonly DescribedEntry Described = DescribedEntry.Read(Text);

    [Fact]
    public void Read_APod_KnowsWhoseItIsAndWhereItRuns()
    {
        var pod = DescribedPod.Read(Described);

        Assert.Equal(("ledger-7c5f46fc47-xmmvq", "bank", "node-1", "ledger"), (pod.Metadata.Name, pod.Metadata.NamespaceProperty, pod.Spec.NodeName, pod.Spec.ServiceAccountName));
        Assert.Equal(("ReplicaSet", "ledger-7c5f46fc47"), (pod.Metadata.OwnerReferences[0].Kind, pod.Metadata.OwnerReferences[0].Name));
        Assert.Equal(["app=ledger", "tier=back"], pod.Metadata.Labels.Select(label => $"{label.Key}={label.Value}"));
        Assert.Equal(["pool=general"], pod.Spec.NodeSelector.Select(label => $"{label.Key}={label.Value}"));
        Assert.Equal("ledger-data", pod.Spec.Volumes[0].PersistentVolumeClaim.ClaimName);
        Assert.Contains(pod.Status.Conditions, condition => condition is { Type: "PodScheduled", Status: "True" });
    }

    [Fact]
    public void Read_ItsContainer_KnowsWhatWasAskedForAndWhatBecameOfIt()
    {
        var pod = DescribedPod.Read(Described);
        var (container, status) = (pod.Spec.Containers[0], pod.Status.ContainerStatuses[0]);

        Assert.Equal([(8080, "http"), (9090, "metrics")], container.Ports.Select(port => (port.ContainerPort, port.Name)));
        Assert.Equal(["/bin/ledger", "--port=8080"], container.Command);
        Assert.Equal(("256Mi", "100m"), (container.Resources.Limits["memory"].ToString(), container.Resources.Requests["cpu"].ToString()));
        Assert.Equal(("http", "/healthz", 5, 3), (container.LivenessProbe.HttpGet.Port.Value, container.LivenessProbe.HttpGet.Path, container.LivenessProbe.InitialDelaySeconds!.Value, container.LivenessProbe.FailureThreshold!.Value));
        Assert.Equal(("8080", 2, 3, 5), (container.ReadinessProbe.TcpSocket.Port.Value, container.ReadinessProbe.TimeoutSeconds!.Value, container.ReadinessProbe.PeriodSeconds!.Value, container.ReadinessProbe.FailureThreshold!.Value));
        Assert.Equal(("CrashLoopBackOff", "OOMKilled", 137, 4, false), (status.State.Waiting.Reason, status.LastState.Terminated.Reason, status.LastState.Terminated.ExitCode, status.RestartCount, status.Ready));
        Assert.Equal("Completed", pod.Status.InitContainerStatuses[0].State.Terminated.Reason);
    }

    [Fact]
    public void Read_ItsVariables_KnowsValuesAndReferences()
    {
        var container = DescribedPod.Read(Described).Spec.Containers[0];

        Assert.Equal("postgres://db:5432/ledger", container.Env[0].Value);
        Assert.Equal(("db-login", "password", false), (container.Env[1].ValueFrom.SecretKeyRef.Name, container.Env[1].ValueFrom.SecretKeyRef.Key, container.Env[1].ValueFrom.SecretKeyRef.Optional!.Value));
        Assert.Equal(("settings", "mode", true), (container.Env[2].ValueFrom.ConfigMapKeyRef.Name, container.Env[2].ValueFrom.ConfigMapKeyRef.Key, container.Env[2].ValueFrom.ConfigMapKeyRef.Optional!.Value));
        Assert.Equal(("settings", false), (container.EnvFrom[0].ConfigMapRef.Name, container.EnvFrom[0].ConfigMapRef.Optional!.Value));
        Assert.Equal(("login", true), (container.EnvFrom[1].SecretRef.Name, container.EnvFrom[1].SecretRef.Optional!.Value));
    }

    [Fact]
    public void Read_ItsTolerations_KnowsKeyValueAndEffect()
    {
        var tolerations = DescribedPod.Read(Described).Spec.Tolerations;

        Assert.Equal(("dedicated", "batch", "NoSchedule", "Equal"), (tolerations[0].Key, tolerations[0].Value, tolerations[0].Effect, tolerations[0].OperatorProperty));
        Assert.Equal(("node.kubernetes.io/not-ready", null, "NoExecute", "Exists"), (tolerations[1].Key, tolerations[1].Value, tolerations[1].Effect, tolerations[1].OperatorProperty));
    }

    [Fact]
    public void Events_OfADescription_AreItsRows()
    {
        var events = DescribedEvents.Of(Described, "Pod", "ledger").ToList();

        Assert.Equal(
            [("BackOff", 12, "Back-off restarting failed container server: pod \"ledger\""), ("Pulled", 1, "Container image \"bank/ledger:3\" already present")],
            events.Select(found => (found.Reason, found.Count!.Value, found.Message)));
    }

    [Fact]
    public void Events_OfATable_KnowTheirObjects()
    {
        var events = DescribedEvents.FromTable("""
            LAST SEEN   TYPE      REASON         OBJECT                   MESSAGE
            2m18s       Warning   FailedCreate   replicaset/ledger-7c5f   Error creating: pods "ledger-" is forbidden
            5m (x3 over 9m)   Normal   Pulled   pod/ledger-7c5f-x   Pulled
            """).ToList();

        Assert.Equal([("FailedCreate", "replicaset", "ledger-7c5f", 1), ("Pulled", "pod", "ledger-7c5f-x", 3)], events.Select(e => (e.Reason, e.InvolvedObject.Kind, e.InvolvedObject.Name, e.Count!.Value)));
    }
}
