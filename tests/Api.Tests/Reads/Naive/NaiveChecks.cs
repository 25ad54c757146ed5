using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Application.Common.Querying;

namespace TeacherDevPlan.Api.Tests.Reads;

/// <summary>What is wrong with a condition or an order, whatever the rows are: by the codes of the errors that say so.</summary>
internal sealed class NaiveChecks(NaiveValues values)
{
    /// <summary>The codes of access errors begin so.</summary>
    public const string NotAllowed = "AUTH_";

    public HashSet<string> Codes { get; } = [];

    public NaiveChecks Where(Given? where, IReadOnlyList<ModelField> fields)
    {
        if (where is GivenObject conditions)
            Members(conditions, (name, value) => Field(fields.First(field => field.Name == name), value));
        return this;
    }

    public NaiveChecks Order(Given? order, IReadOnlyList<ModelField> fields)
    {
        foreach (var entry in NaiveOrder.Items(order))
            Members((GivenObject)entry, (name, value) => Key(fields.First(field => field.Name == name), value));
        return this;
    }

    public NaiveChecks Having(Given? having, IReadOnlyList<ModelField> fields)
    {
        if (having is GivenObject conditions)
            Members(
                conditions,
                (name, value) =>
                {
                    if (fields.FirstOrDefault(field => field.Name == name) is not { } field)
                        Operations(value, null);
                    else if (field is GroupField group)
                        Having(value, group.Fields);
                    else if (Allowed(field))
                        Members((GivenObject)value, (_, operations) => Operations(operations, null));
                }
            );
        return this;
    }

    private static void Members(GivenObject input, Action<string, Given> visit)
    {
        foreach (var (name, value) in input.Members.Where(member => !member.Value.IsAbsent))
        {
            if (name is not ("and" or "or"))
                visit(name, value);
            else
            {
                foreach (var item in NaiveOrder.Items(value))
                    Members((GivenObject)item, visit);
            }
        }
    }

    private bool Allowed(ModelField field)
    {
        if (values.Allows(field.Access))
            return true;
        Codes.Add(NotAllowed);
        return false;
    }

    private void Key(ModelField field, Given value)
    {
        if (!Allowed(field))
            return;
        if (field is GroupField group)
            Order(value, group.Fields);
        else if (field is OneField other)
            Order(value, values.Models.For(other.Row).Fields);
    }

    private void Field(ModelField field, Given value)
    {
        if (!Allowed(field))
            return;
        switch (field)
        {
            case GroupField group:
                Where(value, group.Fields);
                break;
            case OneField other:
                Where(value, values.Models.For(other.Row).Fields);
                break;
            case BudgetField:
                Members((GivenObject)value, (_, operations) => Operations(operations, null));
                break;
            case ValueField { IsList: true } or ManyField { Shape: ManyShape.Texts }:
                Items(value, item => Operations(item, null));
                break;
            case RelatedField related and not ManyField { Shape: ManyShape.FirstText }:
                Items(value, item => Where(item, values.Models.For(related.Row).Fields));
                break;
            default:
                Operations(value, (field as ValueField)?.NodeType);
                break;
        }
    }

    private static void Items(Given value, Action<Given> visit) =>
        Members(
            (GivenObject)value,
            (quantifier, item) =>
            {
                if (quantifier != "any")
                    visit(item);
            }
        );

    /// <summary>Null stands in eq and neq alone, a variable without a value nowhere.</summary>
    private void Operations(Given operations, string? node)
    {
        foreach (var (name, operand) in ((GivenObject)operations).Members)
        {
            if (name is "and" or "or")
            {
                foreach (var item in NaiveOrder.Items(operand))
                    Operations(item, node);
                continue;
            }

            IReadOnlyList<Given> items = operand is GivenList list ? list.Items : [operand];
            if (operand.HasMissing || operand.IsNull && name is not ("eq" or "neq"))
                Codes.Add("INVALID_FILTER");
            else if (items.OfType<GivenValue>().Any(item => item.Value is NodeId id && id.TypeName != node))
                Codes.Add("INVALID_ID");
        }
    }
}
