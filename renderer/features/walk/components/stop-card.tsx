import { ArrowLeft, ArrowRight } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { SectionHeading } from '#ui/section-heading.tsx';
import { stopBeside } from '../progress.ts';
import { STOP_NAMES, type Stop, type StopId, type WalkLine, type WalkPlace } from '../stop.ts';
import styles from './walk.module.css';

type StopCardProps = {
  readonly stop: Stop;
  readonly onGo: (to: StopId) => void;
  readonly onOpen: (place: WalkPlace) => void;
  /** After the last stop. */
  readonly onEnd: () => void;
};

/** One stop: what the records say of it, each line with the way to its place. */
export const StopCard = ({ stop, onGo, onOpen, onEnd }: StopCardProps) => {
  const { id, lead, sections, whole } = stop;
  const [before, after] = [stopBeside(id, -1), stopBeside(id, 1)];
  return (
    <Card
      actions={<LinkButton onPress={() => onOpen(whole.place)}>{whole.words}</LinkButton>}
      title={STOP_NAMES[id]}
    >
      <p className={styles.lead}>{lead}</p>
      {sections.map(({ title, lines, nothing }) => (
        <section key={title}>
          <SectionHeading
            level={3}
            note={lines.length > 0 ? `${lines.length}件` : undefined}
            title={title}
          />
          {lines.length === 0 ? (
            <p className={styles.nothing}>{nothing}</p>
          ) : (
            <ul className={styles.lines}>
              {lines.map((line) => (
                <Line key={line.id} line={line} onOpen={onOpen} />
              ))}
            </ul>
          )}
        </section>
      ))}
      <div className={styles.foot}>
        <span>
          {before !== undefined && (
            <Button
              icon={<ArrowLeft aria-hidden="true" size={16} />}
              onPress={() => onGo(before)}
              variant="quiet"
            >
              {STOP_NAMES[before]}
            </Button>
          )}
        </span>
        {after === undefined ? (
          <Button onPress={onEnd} variant="primary">
            歩き終える
          </Button>
        ) : (
          <Button
            icon={<ArrowRight aria-hidden="true" size={16} />}
            onPress={() => onGo(after)}
            variant="primary"
          >
            {`次へ：${STOP_NAMES[after]}`}
          </Button>
        )}
      </div>
    </Card>
  );
};

type LineProps = {
  readonly line: WalkLine;
  readonly onOpen: (place: WalkPlace) => void;
};

const Line = ({ line: { head, text, note, place }, onOpen }: LineProps) => (
  <li className={styles.line}>
    <span className={styles.head}>{head}</span>
    <div className={styles.words}>
      <LinkButton onPress={() => onOpen(place)} weight="text">
        {text}
      </LinkButton>
      {note !== '' && <div className={styles.note}>{note}</div>}
    </div>
  </li>
);
