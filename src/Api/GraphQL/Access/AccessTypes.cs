using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Domain.Access;

namespace TeacherDevPlan.Api.GraphQL.Access;

internal sealed class ViewerType : ObjectType<Caller>
{
    public ViewerType()
        : base("Viewer", "Who is asking.")
    {
        Value("name", "String!", caller => caller.Name, "As it is written beside what they record.");
        Value("signedIn", "Boolean!", caller => caller.IsSignedIn, "Whether they are signed in.");
        Value("roles", "[Role!]!", caller => caller.Roles.Order(), "What they may do.");
        Value(
            "offices",
            "[String!]!",
            caller => caller.Offices.Order(StringComparer.Ordinal),
            "The codes of the offices that the roles are held for; \"MINISTRY\" is the whole ministry."
        );
    }
}

internal sealed class AuditRecordType : NodeType<AuditRecord>
{
    public AuditRecordType()
        : base("Who did what, when and from where. It is never changed or removed.")
    {
        Value("recordedAt", "DateTime!", record => record.RecordedAt, "When, by the database's clock.");
        Value("kind", "AuditKind!", record => record.Kind, "A write, a refusal, or a reading of personal data.");
        Value(
            "actor",
            "String!",
            record => record.Actor,
            "Who: \"user:…\" of the issuer, \"token:…\", \"local:…\", \"system\" or \"anonymous\"."
        );
        Value("roles", "[Role!]!", record => record.Roles, "The roles that they held.");
        Value("address", "String", record => record.Address, "The network address that the request came from.");
        Value("requestId", "String", record => record.RequestId, "The X-Request-Id of the answer.");
        Value("action", "String!", record => record.Action, "The mutation's or command's name, or \"query\".");
        Value(
            "subjects",
            "[String!]!",
            record => record.Subjects,
            "What it was done to: global ids; of refusals and reads, fields of the schema."
        );
        Value("before", "String", record => record.Before, "JSON: what a write changed, as it was.");
        Value(
            "after",
            "String",
            record => record.After,
            "JSON: what a write changed, as it is; of reads, how much was read of whom."
        );
        Value("reason", "String", record => record.Reason, "Why, where it was told.");
    }
}

internal sealed class AccessTokenType : NodeType<AccessToken>
{
    public AccessTokenType()
        : base("A credential for a script. Its secret is told once, when it is made.")
    {
        Value("name", "String!", token => token.Name, "What it is for; what it records is by \"token:NAME\".");
        Value("roles", "[Role!]!", token => token.Roles, "What it may do.");
        Value("offices", "[String!]!", token => token.Offices, "The codes of the offices that the roles are held for.");
        Value("createdAt", "DateTime!", token => token.CreatedAt, "When it was made.");
        Value("createdBy", "String!", token => token.CreatedBy, "By whom.");
        Value("expiresAt", "DateTime!", token => token.ExpiresAt, "When it stops being good.");
        Value("revokedAt", "DateTime", token => token.RevokedAt, "When it was revoked; null where it was not.");
        Value("revokedBy", "String", token => token.RevokedBy, "By whom it was revoked.");
        Value("lastUsedAt", "DateTime", token => token.LastUsedAt, "When it was last used, to the minute.");
    }
}
