// Runs the audits of GraphQL over HTTP against a running service: node tests/graphql-http-audits.mjs URL
import { serverAudits } from "graphql-http";

const audits = serverAudits({ url: process.argv[2], fetchFn: fetch });
let passed = 0;
for (const audit of audits) {
  const result = await audit.fn();
  if (result.status === "ok") passed++;
  else console.log(`${result.status} ${audit.id} ${audit.name}: ${result.reason}`);
}
console.log(`${passed} of ${audits.length} audits passed`);
