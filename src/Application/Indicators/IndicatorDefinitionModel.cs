using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Indicators;

namespace TeacherDevPlan.Application.Indicators;

public sealed class IndicatorDefinitionModel : Model<IndicatorDefinition>
{
    public IndicatorDefinitionModel()
        : base("An indicator of the ministry's catalogue. Offices link their own indicators to it.")
    {
        SeenBy(Seen.All);
        Lists("IndicatorDefinitions");
        Order(definition => definition.Code);
        Root(
            "indicatorDefinition",
            "The indicator of the catalogue with this code, or null.",
            ("code", definition => definition.Code, "The code of the definition.")
        );
        Root("indicatorDefinitions", "The ministry's catalogue of indicators, by code.");
        Key(definition => definition.Id);
        Field(definition => definition.Code, "Stable code for programs.");
        Field(definition => definition.Name, "Readable name.");
        Field(definition => definition.Unit, "\"ร้อยละ\" is percent.");
        Field(definition => definition.Direction, "Whether higher or lower results are better.");
        Field(definition => definition.Description, "What is measured and how.");
        GroupBy("UNIT", definition => definition.Unit, "The unit.");
        GroupBy("DIRECTION", definition => definition.Direction, "Whether higher or lower results are better.");
    }
}
