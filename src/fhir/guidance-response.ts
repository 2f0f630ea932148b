import type { Plan, QuestionId } from '../core/model.ts'
import { questionLabel } from '../view/text/condition-text.ts'
import { planDefinitionUrl, questionsUrl } from './canonical.ts'
import type { Resource } from './resources.ts'

/**
 * A plan's outcome as a GuidanceResponse. It requests the open questions that could change the plan.
 * @param result address of the CarePlan
 */
export function guidanceResponse(plan: Plan, result: string): Resource {
  const { guide } = plan
  const open = openQuestions(plan)
  return {
    resourceType: 'GuidanceResponse',
    language: guide.language,
    moduleCanonical: `${planDefinitionUrl(guide).url}|${guide.version}`,
    status: open.length > 0 ? 'data-requested' : 'success',
    note: [{ text: OUTCOME_NOTE[plan.outcome] }, { text: guide.notice }],
    result: { reference: result },
    ...(open.length === 0
      ? {}
      : {
          dataRequirement: open.map((id) => ({
            type: 'QuestionnaireResponse',
            codeFilter: [
              {
                path: 'item.linkId',
                code: [{ system: questionsUrl(guide).url, code: id, display: questionLabel(guide, id) }],
              },
            ],
          })),
        }),
  }
}

const OUTCOME_NOTE: Readonly<Record<Plan['outcome'], string>> = {
  urgent: 'A warning sign is present: medical care comes first.',
  'out-of-scope': 'This guide does not cover this person.',
  options: 'Options to talk about, in order.',
}

/** Questions that could still change a status, in the guide's order. */
function openQuestions({ guide, options }: Plan): readonly QuestionId[] {
  const asked = new Set(options.flatMap(({ ask }) => ask))
  return guide.questions.map(({ id }) => id).filter((id) => asked.has(id))
}
