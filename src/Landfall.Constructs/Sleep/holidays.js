// Runs before the tasks of a day would start. On a holiday the scheduled actions of the environment's services are
// suspended, the start among them; on any other day they count again.
const { ApplicationAutoScalingClient, paginateDescribeScalableTargets, RegisterScalableTargetCommand } = require('@aws-sdk/client-application-auto-scaling');

const { CLUSTER, ZONE, LEAD_SECONDS, HOLIDAYS } = process.env;

exports.handler = async ({ at }) => {
  // Swedish dates are written as ISO 8601 does.
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE }).format(new Date(Date.parse(at) + LEAD_SECONDS * 1000));
  const suspended = HOLIDAYS.split(' ').includes(day);
  const client = new ApplicationAutoScalingClient({});
  for await (const page of paginateDescribeScalableTargets({ client }, { ServiceNamespace: 'ecs' })) {
    for (const { ResourceId, ScalableDimension, SuspendedState } of page.ScalableTargets) {
      if (ResourceId.startsWith(`service/${CLUSTER}/`) && (SuspendedState?.ScheduledScalingSuspended ?? false) !== suspended) {
        await client.send(new RegisterScalableTargetCommand({
          ServiceNamespace: 'ecs', ResourceId, ScalableDimension, SuspendedState: { ScheduledScalingSuspended: suspended },
        }));
        console.log(`${day} ${ResourceId} ${suspended ? 'stays asleep' : 'follows its schedule'}`);
      }
    }
  }
};
